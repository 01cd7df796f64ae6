import type { Payload, PayloadRequest } from 'payload'
import { ACCOUNT_FIELDS, SET_UP_ACTIONS, SET_UP_DAYS, type AccountAct } from '../../governance/accounts'
import { SYSTEM } from '../recordAudit'

const DAY_MS = 86_400_000

/**
 * What people did to these accounts since some days before `since` (epoch ms), from the audit log. What the product and its
 * command line did is nobody’s hand.
 */
export const readAccountActs = async (
  payload: Payload,
  {
    accounts,
    since = Date.now(),
    req,
  }: { accounts: readonly string[]; since?: number; req?: PayloadRequest | undefined },
): Promise<AccountAct[]> => {
  if (!accounts.length) return []
  const { docs } = await payload.find({
    collection: 'audit-log',
    where: {
      and: [
        { subjectCollection: { equals: 'users' } },
        { subjectId: { in: [...new Set(accounts)] } },
        { at: { greater_than: new Date(since - SET_UP_DAYS * DAY_MS).toISOString() } },
        { action: { in: [...SET_UP_ACTIONS, 'user.changed'] } },
      ],
    },
    depth: 0,
    pagination: false,
    select: { subjectId: true, actor: true, at: true, action: true, detail: true },
    ...(req && { req }),
  })
  return docs
    .filter(
      ({ actor, action, detail }) => actor !== SYSTEM.id && (action !== 'user.changed' || setsUp(detail)),
    )
    .map(({ subjectId, actor, at, action }) => ({
      account: subjectId,
      by: actor,
      at: Date.parse(at),
      action,
    }))
}

const setsUp = (detail: unknown): boolean => {
  const changes = (detail as { changes?: Record<string, unknown> } | null)?.changes ?? {}
  return ACCOUNT_FIELDS.some((field) => field in changes)
}

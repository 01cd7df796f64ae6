import { createHash } from 'node:crypto'
import type { Payload, PayloadRequest } from 'payload'
import type { Identity } from '../../../payload-types'
import { idOf } from '../content'

/** The provider of this installation, as far as records need to know it. */
export interface ConfiguredProvider {
  issuer: string
  /** As people call it. */
  name: string
  /** Where people reach this installation, and so where they begin. */
  publicUrl: string
}

/** Null where people sign in with passwords alone. */
export function providerOf({ config }: Payload): ConfiguredProvider | null {
  return (config.custom?.['provider'] as ConfiguredProvider | null | undefined) ?? null
}

/** The id of an identity, as a UUID: one of each, on every database. */
export function identityId({ issuer, subject }: { issuer: string; subject: string }): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([issuer, subject]))
    .digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

/** As who a person signs in at the provider of this installation; null for who has a password here. */
export async function connectionOf(
  payload: Payload,
  userId: string,
  req: Partial<PayloadRequest> = {},
): Promise<Identity | null> {
  const provider = providerOf(payload)
  if (!provider) return null
  return payload.db.findOne<Identity>({
    collection: 'identities',
    where: { and: [{ user: { equals: userId } }, { issuer: { equals: provider.issuer } }] },
    req,
  })
}

/** Whom of these people the provider signs in. */
export async function connectedAmong(
  payload: Payload,
  people: readonly string[],
  req: Partial<PayloadRequest> = {},
): Promise<Set<string | null>> {
  const provider = providerOf(payload)
  if (!provider || !people.length) return new Set()
  const { docs } = await payload.db.find<Identity>({
    collection: 'identities',
    where: { and: [{ issuer: { equals: provider.issuer } }, { user: { in: [...people] } }] },
    limit: 0,
    pagination: false,
    req,
  })
  return new Set(docs.map(({ user }) => idOf(user)))
}

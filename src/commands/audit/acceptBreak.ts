import { recordAudit } from '../../records/recordAudit'
import type { User } from '../../../payload-types'
import type { Deps } from '../../deps'
import { sealRows, type Touched, type TouchedRow } from '../../database/sealRows'
import { inTransaction } from '../../database/transaction'
import { VouchError } from '../../errors'
import { onlyWho } from '../../governance/permissionWords'
import { may } from '../../governance/permissions'
import { auditKeysOf } from '../../records/auditKeys'
import { forgetPutAside, putAside, VERIFY_ACCEPTED, type PutAside } from '../../records/putAside'
import { keyOf, type Break } from '../verify/break'
import { verifyInstallation } from '../verifyInstallation'
import { servedOf } from './verifyByItself'

export interface Accepted {
  /** What was accepted, in the order in which it is named. */
  breaks: Break[]
  /** What is still not served. */
  aside: readonly PutAside[]
}

/**
 * An admin has looked at what is broken and takes it as it is now: a record is sealed anew, anything else is no longer named.
 * What is served again is only what is whole: a release, chunk or approval that does not hold stays put aside, however often
 * it is accepted.
 * @param id of what a break names, or of what is put aside.
 * @throws {VouchError} when this person may not, or there is nothing of that id to accept.
 */
export async function acceptBreak(
  deps: Deps,
  { id, user, because }: { id: string; user: User; because: string },
): Promise<Accepted> {
  const { payload } = deps
  if (!may(user, 'acceptBreaks')) throw new VouchError(`${onlyWho('acceptBreaks')} Ask one of them.`)
  if (!because.trim()) throw new VouchError('Say why it is accepted: it is recorded.')
  const { breaks } = await verifyInstallation(deps)
  const wanted = breaks.filter((found) => found.id === id)
  const before = await putAside(payload)
  if (!wanted.length && !before.some((each) => each.id === id))
    throw new VouchError(
      `Nothing that is broken or put aside has the id ${id}. See: npm run -s vouch -- verify`,
    )
  const stillBroken = new Set(
    servedOf(breaks.filter((found) => !found.seal)).map((each) => `${each.collection}/${each.id}`),
  )
  const aside = before.filter((each) => each.id !== id || stillBroken.has(`${each.collection}/${each.id}`))
  await inTransaction({ payload }, async (req) => {
    await sealRows({ db: payload.db, req, keys: auditKeysOf(payload), touched: touchedBy(wanted) })
    await recordAudit(req, {
      action: VERIFY_ACCEPTED,
      actor: user,
      subject: { collection: wanted[0]?.collection ?? 'audit-log', id, title: wanted[0]?.message ?? id },
      detail: {
        because,
        // A record is sealed as it is now instead: when it is altered again, that is named again.
        accepted: wanted.filter(({ seal }) => !seal).map(keyOf),
        named: wanted.map(({ kind, message }) => ({ kind, message })),
        aside,
      },
    })
  })
  forgetPutAside(payload)
  return { breaks: wanted, aside }
}

function touchedBy(breaks: readonly Break[]): Touched {
  const touched: Touched = new Map()
  for (const { seal, id } of breaks) {
    if (!seal) continue
    const rows = touched.get(seal) ?? new Map<string, TouchedRow>()
    touched.set(seal, rows.set(id, { state: 'changed' }))
  }
  return touched
}

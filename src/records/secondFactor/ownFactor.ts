import type { Payload, PayloadRequest } from 'payload'
import type { SecondFactor, User } from '../../../payload-types'
import { inTransaction } from '../../database/transaction'
import { readCode } from '../../governance/secondFactor'
import { renewRecoveryCodes, turnFactorOff, turnFactorOn } from './changeFactor'
import { factorOf } from './factor'
import { spendCode } from './spendCode'

interface Own {
  person: Pick<User, 'id'>
  /** The session that it is done in; the others end. */
  session: string | null
}

/**
 * Turns a person’s second factor on by the first code of its key.
 * @returns the recovery codes; null for a wrong code; `on` where it is on already. @throws {FactorForged}
 */
export function confirmFactor(
  payload: Payload,
  { person, session, enrolment, typed }: Own & { enrolment: string; typed: unknown },
): Promise<string[] | null | 'on'> {
  return inTransaction({ payload }, async (req) => {
    const fresh = await readPerson(req, person)
    if (await factorOf(payload, fresh, req)) return 'on'
    const read = readCode(typed)
    if (read.kind !== 'app') return null
    const sessions = only(session, fresh)
    return turnFactorOn(req, { person: fresh, enrolment, code: read.code, sessions })
  })
}

/** Turns it off with a code of it. @returns null for a wrong code. @throws {FactorForged} */
export function endFactor(
  payload: Payload,
  { person, session, typed }: Own & { typed: unknown },
): Promise<true | null> {
  return withCode(payload, { person, typed }, async (req, { fresh }) => {
    const sessions = only(session, fresh)
    await turnFactorOff(req, { person: fresh, actor: fresh, action: 'off', sessions })
    return true as const
  })
}

/** New recovery codes, for a code. @returns null for a wrong code. @throws {FactorForged} */
export function replaceRecoveryCodes(
  payload: Payload,
  { person, typed }: { person: Pick<User, 'id'>; typed: unknown },
): Promise<string[] | null> {
  return withCode(payload, { person, typed }, async (req, { fresh }) => {
    // As it is after the code was used.
    const factor = await factorOf(payload, fresh, req)
    return factor && renewRecoveryCodes(req, { person: fresh, factor })
  })
}

function withCode<T>(
  payload: Payload,
  { person, typed }: { person: Pick<User, 'id'>; typed: unknown },
  run: (req: PayloadRequest, o: { fresh: User; factor: SecondFactor }) => Promise<T | null>,
): Promise<T | null> {
  return inTransaction({ payload }, async (req) => {
    const fresh = await readPerson(req, person)
    const factor = await factorOf(payload, fresh, req)
    return factor && (await spendCode(req, { factor, typed })) ? run(req, { fresh, factor }) : null
  })
}

const readPerson = (req: PayloadRequest, { id }: Pick<User, 'id'>): Promise<User> =>
  req.payload.findByID({ collection: 'users', id, depth: 0, showHiddenFields: true, req })

const only = (session: string | null, { sessions }: User): NonNullable<User['sessions']> =>
  (sessions ?? []).filter(({ id }) => id === session)

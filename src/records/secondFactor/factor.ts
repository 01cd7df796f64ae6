import type { Payload, PayloadRequest } from 'payload'
import type { SecondFactor, User } from '../../../payload-types'
import { VouchError } from '../../errors'
import { hashOfRecoveryCode, makeRecoveryCodes, writtenCode } from '../../governance/recoveryCodes'
import { needsSecondFactor } from '../../governance/secondFactor'
import type { Role } from '../../vocabulary'
import { notGenuine } from '../genuine'
import { connectionOf } from '../signIn/connection'

/** A factor that somebody took away or changed behind Vouch’s back opens nothing, and its absence neither. */
export class FactorForged extends VouchError {
  override name = 'FactorForged'
  constructor() {
    super(
      'The second factor of this account was changed behind Vouch’s back, so nobody can sign in with it. Ask an admin to reset it.',
    )
  }
}

/** A person’s second factor; null for none. @throws {FactorForged} where it is not what Vouch last wrote. */
export async function factorOf(
  payload: Payload,
  { id, secondFactor }: Pick<User, 'id' | 'secondFactor'>,
  req: Partial<PayloadRequest> = {},
): Promise<SecondFactor | null> {
  const where = { id: { equals: id } }
  const factor = await payload.db.findOne<SecondFactor>({ collection: 'second-factors', where, req })
  if (Boolean(factor) !== Boolean(secondFactor)) throw new FactorForged()
  if (factor && (await notGenuine(payload, [{ of: 'second-factors', id }], req)).length)
    throw new FactorForged()
  return factor
}

/** The roles that are used with a second factor alone here (`VOUCH_SECOND_FACTOR`). */
export function rolesThatNeedFactor({ config }: Pick<Payload, 'config'>): readonly Role[] {
  return (config.custom?.['secondFactorFor'] as Role[] | undefined) ?? []
}

/** Whether a person may sign in with a second factor alone. */
export function mustHaveFactor(payload: Pick<Payload, 'config'>, user: Pick<User, 'roles'>): boolean {
  return needsSecondFactor(user, rolesThatNeedFactor(payload))
}

/**
 * Whether somebody’s roles need a factor and there is none. Who signs in through the company’s provider has none here: it asks
 * for its own, and no password opens the account.
 */
export async function lacksFactor(
  payload: Payload,
  user: Pick<User, 'id' | 'roles' | 'secondFactor'>,
  req: Partial<PayloadRequest> = {},
): Promise<boolean> {
  return mustHaveFactor(payload, user) && !user.secondFactor && !(await connectionOf(payload, user.id, req))
}

/** New codes: as they are shown once, and as they are stored. */
export function newRecoveryCodes(
  { secret }: Pick<Payload, 'secret'>,
  person: string,
): { shown: string[]; hashes: string[] } {
  const codes = makeRecoveryCodes()
  return {
    shown: codes.map(writtenCode),
    hashes: codes.map((code) => hashOfRecoveryCode(secret, { person, code })),
  }
}

import type { PayloadRequest } from 'payload'
import type { SecondFactor } from '../../../payload-types'
import { hashOfRecoveryCode, withoutCode } from '../../governance/recoveryCodes'
import { readCode, stepOfCode } from '../../governance/secondFactor'

/** What a code was: of the app, or a recovery code, of which so many are left. */
export type UsedCode = { by: 'app' } | { by: 'recovery'; left: number }

/**
 * Uses up a code, in the caller’s transaction: it counts once. The factor must have been read in it.
 * @returns null where it is no code of this factor, or was used.
 */
export async function spendCode(
  req: PayloadRequest,
  { factor, typed }: { factor: SecondFactor; typed: unknown },
): Promise<UsedCode | null> {
  const read = readCode(typed)
  if (read.kind === 'neither') return null
  const { secret, db } = req.payload
  const write = (data: Partial<SecondFactor>) =>
    db.updateOne({ collection: 'second-factors', id: factor.id, data: { ...factor, ...data }, req })
  if (read.kind === 'app') {
    const key = req.payload.decrypt(factor.key)
    const lastStep = stepOfCode(key, { code: read.code, at: Date.now(), after: factor.lastStep })
    if (lastStep === null) return null
    await write({ lastStep })
    return { by: 'app' }
  }
  const hash = hashOfRecoveryCode(secret, { person: factor.id, code: read.code })
  const recoveryCodes = withoutCode(factor.recoveryCodes as string[], hash)
  if (!recoveryCodes) return null
  await write({ recoveryCodes })
  return { by: 'recovery', left: recoveryCodes.length }
}

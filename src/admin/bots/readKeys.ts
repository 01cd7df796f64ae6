import type { Payload } from 'payload'
import { limitsOf } from '../../commands/botKeys'
import { readKeyUses, type KeyUse } from '../../commands/bots/keyUses'
import { keyExpired, type KeyLimits } from '../../governance/botKey'
import { notUsedWords } from './notUsedWords'
import type { Bot } from '../../../payload-types'

/** How many days of use are shown. */
export const USE_DAYS = 30

/** A key as a bot's page shows it. */
export interface ShownKey {
  prefix: string
  createdOn: string
  limits: KeyLimits
  ended: boolean
  use: KeyUse | null
  /** What is said where there is no use. */
  unused: string
}

/** A bot's keys with how much they are used. */
export async function readKeys(payload: Payload, { keys }: Pick<Bot, 'keys'>): Promise<ShownKey[]> {
  const stored = keys ?? []
  const uses = await readKeyUses(payload, { prefixes: stored.map(({ prefix }) => prefix), days: USE_DAYS })
  return stored.map((key) => {
    const limits = limitsOf(key)
    const { prefix, createdOn } = key
    const now = Date.now()
    return {
      prefix,
      createdOn,
      limits,
      ended: keyExpired(limits, now),
      use: uses.get(prefix) ?? null,
      unused: notUsedWords({ createdOn, days: USE_DAYS, now }),
    }
  })
}

import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'

/** How often a key was used, in a stretch of days. */
export interface KeyUse {
  prefix: string
  calls: number
  /** ISO 8601; null where it was not used. */
  lastUsedAt: string | null
}

interface Counted {
  bot: string
  calls: number
  lastUsedAt: string
}

/** Each process writes rows of its own, so that none waits for another and no count is lost between them. */
const PROCESS = randomUUID()
const FLUSH_MS = 5_000
const DAY_MS = 86_400_000
/** How long uses are kept. */
const KEPT_DAYS = 90
const BEGINS = 'key-use/'

const shared = globalThis as typeof globalThis & {
  vouchKeyUses?: {
    counted: Map<string, Counted>
    dirty: Set<string>
    timer: NodeJS.Timeout | null
    pruned: string
  }
}
const uses = (shared.vouchKeyUses ??= { counted: new Map(), dirty: new Set(), timer: null, pruned: '' })

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** Notes that a key was used; written a few seconds later, so that no answer waits for it. */
export function countUse(payload: Payload, o: { bot: string; prefix: string; at?: number }): void {
  const at = o.at ?? Date.now()
  const row = `${BEGINS}${dayOf(at)}/${o.prefix}/${PROCESS}`
  const { calls } = uses.counted.get(row) ?? { calls: 0 }
  uses.counted.set(row, { bot: o.bot, calls: calls + 1, lastUsedAt: new Date(at).toISOString() })
  uses.dirty.add(row)
  uses.timer ??= setTimeout(() => void flushUses(payload), FLUSH_MS).unref()
}

/** Writes what was counted. What cannot be written is tried again with the next. */
export async function flushUses(payload: Payload, now = Date.now()): Promise<void> {
  if (uses.timer) clearTimeout(uses.timer)
  uses.timer = null
  for (const row of uses.dirty) {
    const counted = uses.counted.get(row)
    uses.dirty.delete(row)
    try {
      if (counted) await payload.kv.set(row, { ...counted })
    } catch (error) {
      uses.dirty.add(row)
      payload.logger.warn({ msg: 'How often keys are used could not be written', err: error })
      return
    }
  }
  await forgetOld(payload, now)
}

/** How often these keys were used in the last days, by prefix. */
export async function readKeyUses(
  payload: Payload,
  { prefixes, days, now = Date.now() }: { prefixes: readonly string[]; days: number; now?: number },
): Promise<Map<string, KeyUse>> {
  const totals = new Map<string, KeyUse>()
  for (const { prefix, calls, lastUsedAt } of await rowsSince(payload, now - (days - 1) * DAY_MS)) {
    if (!prefixes.includes(prefix)) continue
    const known = totals.get(prefix) ?? { prefix, calls: 0, lastUsedAt: null }
    totals.set(prefix, {
      prefix,
      calls: known.calls + calls,
      lastUsedAt: [known.lastUsedAt ?? '', lastUsedAt].toSorted().at(-1) ?? null,
    })
  }
  return totals
}

/** How often a bot's keys were used today by any process, as far as it is written. */
export async function usesToday(payload: Payload, bot: string, now = Date.now()): Promise<number> {
  const today = (await rowsSince(payload, now)).filter((row) => row.bot === bot)
  return today.reduce((sum, { calls }) => sum + calls, 0)
}

async function rowsSince(payload: Payload, since: number): Promise<(Counted & { prefix: string })[]> {
  const { docs } = await payload.db.find<{ id: string; key: string; data: unknown }>({
    collection: 'payload-kv',
    where: { and: [{ key: { greater_than_equal: `${BEGINS}${dayOf(since)}` } }, { key: { like: BEGINS } }] },
    limit: 0,
    pagination: false,
    req: {},
  })
  return docs.flatMap(({ key, data }) => {
    const [, , prefix] = key.split('/')
    return key.startsWith(BEGINS) && prefix ? [{ prefix, ...(data as Counted) }] : []
  })
}

/** Once a day. */
async function forgetOld(payload: Payload, now: number): Promise<void> {
  const today = dayOf(now)
  if (uses.pruned === today) return
  uses.pruned = today
  for (const row of uses.counted.keys()) if (!row.startsWith(`${BEGINS}${today}`)) uses.counted.delete(row)
  const before = `${BEGINS}${dayOf(now - KEPT_DAYS * DAY_MS)}`
  await payload.db
    .deleteMany({
      collection: 'payload-kv',
      where: { and: [{ key: { like: BEGINS } }, { key: { less_than: before } }] },
      req: {},
    })
    .catch(() => {})
}

import { setTimeout as sleep } from 'node:timers/promises'
import type { Payload, Where } from 'payload'
import { idOf } from './records/content'
import type { Chunk, Release } from '../payload-types'
import { textsToEmbed } from './answer/reader/words/vectors'
import { pagesOf, rowsById } from './database/pages'
import { oldestDueJob } from './queue/dueJobs'
import type { EmbeddingModel } from './retrieval/types'
import { keepLooking } from './keepLooking'

/** Texts embedded at once: a question that comes meanwhile waits for no more. */
const BATCH = 16
const RELEASES = 20
const WAIT_MS = 500

interface UnitDeps {
  payload: Payload
  /** Read anew each time: a model may come later than the server. */
  model: EmbeddingModel | null
}

/**
 * Embeds what a reader compares a question with, sentence by sentence, before anyone asks: in a question's own time there is
 * enough for a few units, not for those of twenty passages. Texts in force come first to last, those to come too; publications
 * go before. What is embedded is kept by the model's cache, so that another start finds it there.
 * @returns what ends it.
 */
export const startUnitUpkeep = (deps: UnitDeps): (() => Promise<void>) => {
  const stop = new AbortController()
  const embedding = embedAhead(deps, stop.signal)
  return async () => {
    stop.abort()
    await embedding
  }
}

async function embedAhead(deps: UnitDeps, signal: AbortSignal): Promise<void> {
  let seen: Seen | null = null
  await keepLooking(signal, {
    step: async () => {
      seen = await embedWhatIsNew(deps, seen, signal)
    },
    onFailure: (err) =>
      deps.payload.logger.warn({ msg: 'Sentences were not embedded ahead; it goes on shortly.', err }),
  })
}

/** How far it came: releases never change, so that only younger ones need a look. */
export interface Seen {
  modelId: string
  /** Epoch ms. */
  until: number
  /** Releases of the time that is looked at again. */
  ids: ReadonlySet<string>
}

/** A transaction may end after a later one; what it made is older than what was seen. */
const LOOK_BACK_MS = 60_000

/**
 * Embeds the units of every release that answers now or will, and that was not seen.
 * @returns what was seen now, for the next look; what was given where there is no model.
 */
export async function embedWhatIsNew(
  { payload, model }: UnitDeps,
  before: Seen | null,
  signal?: AbortSignal,
): Promise<Seen | null> {
  if (!model) return before
  const seen = before?.modelId === model.id ? before : { modelId: model.id, until: 0, ids: new Set<string>() }
  const until = Date.now() - LOOK_BACK_MS
  const ids = new Set<string>()
  const pages = pagesOf<Pick<Release, 'id' | 'createdAt'>>(payload, {
    collection: 'releases',
    where: answersOrWill(seen.until),
    by: 'createdAt',
    select: { createdAt: true },
    size: RELEASES,
  })
  for await (const rows of pages) {
    const fresh = rows.filter(({ id }) => !seen.ids.has(id))
    await embedUnits({ payload, model, ids: fresh.map(({ id }) => id), signal })
    if (signal?.aborted) return before
    for (const { id, createdAt } of rows) if (Date.parse(createdAt) >= until) ids.add(id)
  }
  return { modelId: model.id, until, ids }
}

const answersOrWill = (since: number): Where => {
  const now = new Date().toISOString()
  const open: Where = { or: [{ validTo: { exists: false } }, { validTo: { greater_than: now } }] }
  return {
    and: [
      { createdAt: { greater_than_equal: new Date(since).toISOString() } },
      { withdrawnAt: { exists: false } },
      open,
    ],
  }
}

async function embedUnits(o: {
  payload: Payload
  model: EmbeddingModel
  ids: string[]
  signal: AbortSignal | undefined
}): Promise<void> {
  if (o.ids.length === 0) return
  const texts = await textsOf(o.payload, o.ids)
  const known = (await o.model.remembered?.(texts)) ?? []
  const missing = texts.filter((_, i) => !known[i])
  for (let at = 0; at < missing.length && !o.signal?.aborted; at += BATCH) {
    await untilNothingIsDue(o.payload, o.signal)
    await o.model.embed(missing.slice(at, at + BATCH), 'passage')
  }
}

/** What is published goes first: it takes the same thread of the model. */
async function untilNothingIsDue(payload: Payload, signal?: AbortSignal): Promise<void> {
  for (;;) {
    if (signal?.aborted || (await oldestDueJob(payload)) === null) return
    await sleep(WAIT_MS, undefined, { signal }).catch(() => {})
  }
}

async function textsOf(payload: Payload, ids: string[]): Promise<string[]> {
  const [releases, chunks] = await Promise.all([
    rowsById<Release>(payload, { collection: 'releases', ids }),
    payload.db.find<Chunk>({
      collection: 'chunks',
      where: { release: { in: ids } },
      limit: 0,
      pagination: false,
      req: {},
    }),
  ])
  return textsToEmbed(
    chunks.docs.flatMap((chunk) => {
      const release = releases.get(idOf(chunk.release) ?? '')
      if (!release) return []
      const { id: releaseId, text: releaseText, title, locale } = release
      const headingPath = chunk.headingPath as string[]
      const { text, start, end } = chunk
      return [{ releaseId, releaseText, locale, document: { title }, headingPath, text, start, end }]
    }),
  )
}

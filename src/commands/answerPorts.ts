import type { Payload, Where } from 'payload'
import { activeIndexVersion } from '../../ingestion/indexVersions'
import type { Calibration } from '../answer/calibration'
import type { ResolvePorts } from '../answer/find'
import { createLocalReader } from '../answer/reader/local/read'
import { inPlaceOfAnother, orByWords } from '../answer/reader/orByWords'
import { createWordsReader } from '../answer/reader/words/read'
import { CONSIDERED } from '../answer/resolve'
import { hydrate } from '../database/passages'
import { searchChunks } from '../database/searchChunks'
import type { Deps } from '../deps'
import { sentenceOf, StoreError } from '../errors'
import { ownLanguageFirst } from '../retrieval/ownLanguage'
import { rerank } from '../retrieval/rerank'
import { retrieve } from '../retrieval/retrieve'
import type { IndexVersion, RankedPassage } from '../retrieval/types'
import { putAside } from '../records/putAside'
import { NON_ANSWER } from '../vocabulary'
import { expiriesBefore, explainMiss } from './explainMiss'
import type { DraftOverlay } from './overlay/draftOverlay'
import { readSynonyms } from './synonyms'
import { turnReader } from './turnReader'

/** More than are considered, because the database may drop what the index still proposes. */
const PROPOSED = 3 * CONSIDERED

/** Of the time for the index, what embedding the question may take before the words stand alone. */
const EMBED_SHARE = 0.7
/** For a search that explains a refusal, in ms; their time together is the caller's to bound. */
const EXPLAIN_MS = 3_000

/**
 * What `resolve` needs, on this process's database, index and model.
 * @param withdrawnToo whether a person asks about an instant that is past, and may read what was withdrawn since.
 * @param overlay a draft that is tried as if it were published; never for what is served.
 * @returns `version` tells which index was searched.
 */
export const answerPorts = (
  deps: Deps,
  {
    calibration,
    withdrawnToo = false,
    overlay,
  }: { calibration: Calibration; withdrawnToo?: boolean; overlay?: DraftOverlay | undefined },
): { ports: ResolvePorts; version: () => IndexVersion | null } => {
  const { payload, model, reranker, encoder, dictionary } = deps
  const store = overlay?.store ?? deps.store
  const words = createWordsReader(model)
  const reader = encoder
    ? orByWords(createLocalReader(encoder, model), words, noteUnread(payload))
    : deps.env.VOUCH_READER === 'words'
      ? words
      : inPlaceOfAnother(words)
  let searched: IndexVersion | null = null

  const propose = async ({ withinMs = EXPLAIN_MS, ...request }: Parameters<ResolvePorts['retrieve']>[0]) => {
    const [version, synonyms] = await Promise.all([activeIndexVersion(payload), readSynonyms(payload)])
    if (!version) throw new StoreError('There is no index yet.')
    searched = version
    const { candidates, degraded, expansion, timings } = await retrieve({
      ...request,
      limit: Math.max(PROPOSED, request.limit),
      synonyms,
      version,
      store,
      model,
      dictionary,
      embedWithinMs: withinMs * EMBED_SHARE,
    })
    return { candidates, degraded, expansion, timings }
  }
  const read: ResolvePorts['hydrate'] = async (candidates, { locale = 'en', ...visibility }) => {
    const live = await hydrate(payload, candidates, { ...visibility, withdrawnToo })
    const passages = overlay ? overlay.layOver({ candidates, live, visibility }) : live
    return ownLanguageFirst(passages, locale).slice(0, reranker ? PROPOSED : CONSIDERED)
  }

  return {
    version: () => searched,
    ports: {
      readTurn: turnReader(model),
      retrieve: propose,
      searchWords: (request) => {
        // What is in the database says nothing of the draft.
        if (overlay) throw new StoreError('A draft cannot be tried while the index is away.')
        return searchChunks(payload, { ...request, withdrawnToo })
      },
      hydrate: read,
      mayDecline: async () => overlay?.declines === true || (await hasNonAnswers(payload)),
      read: (request) => reader.read(request),
      readsContext: encoder !== null,
      ...(reranker && {
        rerank: (question: string, passages: RankedPassage[]) => rerank({ question, passages, reranker }),
      }),
      explainMiss: (request) =>
        explainMiss(
          {
            propose,
            read,
            words,
            calibration,
            refusesOverdue: () => refusesOverdue(payload),
            hasPutAside: async () => (await putAside(payload)).length > 0,
            expiries: (at) => expiriesBefore({ payload, at }),
            withinMs: EXPLAIN_MS,
          },
          request,
        ),
    },
  }
}

/** Says once a minute at the most that the words alone are read, and why. */
const noteUnread =
  (payload: Payload) =>
  (error: unknown): void => {
    if (Date.now() - (noted.get(payload) ?? 0) < 60_000) return
    noted.set(payload, Date.now())
    payload.logger.warn(`The words are read alone. ${sentenceOf(error) ?? 'The local reader failed.'}`)
  }
const noted = new WeakMap<Payload, number>()

/** Whether any topic at all refuses overdue texts: the same for every question. */
const refusesOverdue = async (payload: Payload): Promise<boolean> =>
  (await payload.count({ collection: 'topics', where: { refuseOverdue: { equals: true } } })).totalDocs > 0

/** Whether any text in force says what there is no advice on. */
const hasNonAnswers = async (payload: Payload): Promise<boolean> => {
  const where: Where = { and: [{ kind: { equals: NON_ANSWER } }, { withdrawnAt: { exists: false } }] }
  return (await payload.db.count({ collection: 'releases', where, req: {} })).totalDocs > 0
}

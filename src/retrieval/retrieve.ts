import { EmbeddingError } from '../errors'
import type { Audience, Degradation } from '../vocabulary'
import { analyze, languageOf, type Language } from './analyze'
import { denseShare } from './denseShare'
import type { Dictionary } from './dictionary/dictionary'
import { fuse, FUSION_DEPTH } from './fuse'
import { correctSpelling, mended, type Correction, type Vocabulary } from './spelling'
import { synonymsIn, type SynonymGroup, type Synonyms } from './synonyms'
import { step } from '../tracing/step'
import type { Candidate, EmbeddingModel, FusedCandidate, IndexVersion, VectorStore } from './types'

interface Retrieval {
  question: string
  /** What the question is written in; English unless told. */
  locale?: string
  /** What knowledge managers say is the same. */
  synonyms?: readonly SynonymGroup[]
  /** Epoch ms. */
  at: number
  audiences: readonly Audience[]
  version: IndexVersion
  store: VectorStore
  model: EmbeddingModel | null
  /** Which words are none to mend. */
  dictionary?: Dictionary | undefined
  /** The most candidates to return. */
  limit: number
  /** How long the question's embedding may take, in ms, before the words stand alone. */
  embedWithinMs?: number
}

export interface Retrieved {
  /** Best first. */
  candidates: FusedCandidate[]
  /** Holds `dense` when the ranking rests on words alone. */
  degraded: Degradation[]
  /** What the words leg searched for beside the question's own words. */
  expansion: Expansion
  /** In ms. `embed` is null when the question was not embedded. */
  timings: { embed: number | null; search: number; total: number }
}

/** Other words for what a question says. */
export interface Expansion {
  corrections: Correction[]
  synonyms: Synonyms[]
}

/**
 * The chunks that may answer the question: in force at `at`, addressed to one of `audiences`, ranked by words and by
 * meaning and fused with the version's weight. The words are searched while the question is embedded, together with
 * synonyms and what misspelt ones probably mean; the meaning is that of the mended question.
 * @throws {StoreError} when the store cannot be searched.
 */
export const retrieve = (retrieval: Retrieval): Promise<Retrieved> =>
  step(
    `retrieval ${retrieval.version.id}`,
    async ({ set }) => {
      const retrieved = await search(retrieval)
      set({ 'vouch.candidates': retrieved.candidates.length })
      return retrieved
    },
    {
      attributes: {
        'gen_ai.operation.name': 'retrieval',
        'gen_ai.data_source.id': retrieval.version.id,
        'gen_ai.retrieval.top_k': retrieval.limit,
      },
    },
  )

async function search(retrieval: Retrieval): Promise<Retrieved> {
  const { at, audiences, version, store, limit, model, locale = 'en' } = retrieval
  const started = performance.now()
  const searchLeg = (leg: { dense: Float32Array } | { words: string }) =>
    step(`search ${'dense' in leg ? 'dense' : 'words'}`, () =>
      store.search(version, { ...leg, filter: { audiences, at }, limit: Math.max(limit, FUSION_DEPTH) }),
    )

  let embedded: number | null = null
  const expanding = expand(retrieval)
  const denseLeg = async (): Promise<Candidate[] | null> => {
    // Most questions hold no slip: theirs are embedded already when that is known.
    const [asWritten, { corrections }] = await Promise.all([embedQuestion(retrieval), expanding])
    const question = mended(retrieval.question, corrections)
    const vector =
      question === retrieval.question ? asWritten : await embedQuestion({ ...retrieval, question })
    if (!vector) return null
    embedded = performance.now() - started
    return (await searchLeg({ dense: vector })).dense
  }
  const wordsLeg = async () =>
    (await searchLeg({ words: expanded(retrieval.question, await expanding) })).words
  const [words, dense, expansion] = await Promise.all([wordsLeg(), denseLeg(), expanding])
  const total = performance.now() - started
  const denseWeight = version.denseWeight * denseShare(model, locale)
  return {
    candidates: fuse({ dense, words, denseWeight }).slice(0, limit),
    degraded: dense ? [] : ['dense'],
    expansion,
    timings: { embed: embedded, search: total - (embedded ?? 0), total },
  }
}

async function expand(o: Retrieval): Promise<Expansion> {
  const { question, locale = 'en', synonyms = [], version, store, audiences, at, dictionary } = o
  const { vocabulary: held } = store
  const vocabulary: Vocabulary | null = held ? (wanted) => held(version, wanted, { audiences, at }) : null
  const language = languageOf(locale)
  const corrections = vocabulary ? await correctSpelling({ question, language, vocabulary, dictionary }) : []
  const meant = mended(question, corrections)
  const named = synonymsIn({ question: meant, groups: synonyms, language })
  return { corrections, synonyms: vocabulary ? await findable(named, language, vocabulary) : named }
}

/** Synonyms that some text has which the asker may see: others find nothing, and would tell of texts that are hidden. */
async function findable(
  synonyms: readonly Synonyms[],
  language: Language,
  vocabulary: Vocabulary,
): Promise<Synonyms[]> {
  const terms = synonyms.flatMap(({ also }) => also.flatMap((name) => analyze(name, language)))
  if (terms.length === 0) return []
  const known = new Set((await vocabulary({ among: [...new Set(terms)] })).map(({ term }) => term))
  return synonyms.flatMap(({ asked, also }) => {
    const found = also.filter((name) => analyze(name, language).every((term) => known.has(term)))
    return found.length > 0 ? [{ asked, also: found }] : []
  })
}

const expanded = (question: string, { corrections, synonyms }: Expansion): string =>
  [question, ...corrections.map(({ meant }) => meant), ...synonyms.flatMap(({ also }) => also)].join(' ')

/** Null when there is no model for this version, or it is down or too slow: the words then stand alone. */
async function embedQuestion({ question, version, model, embedWithinMs = 2_000 }: Retrieval) {
  if (!model || model.id !== version.model?.id) return null
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), embedWithinMs)
  })
  const embedding = step(`embeddings ${model.id}`, () => model.embed([question], 'query'), {
    kind: 'client',
    attributes: { 'gen_ai.operation.name': 'embeddings', 'gen_ai.request.model': model.id },
  }).then(
    ([vector]) => vector ?? null,
    (error: unknown) => {
      if (error instanceof EmbeddingError) return null
      throw error
    },
  )
  try {
    return await Promise.race([embedding, tooLate])
  } finally {
    clearTimeout(timer)
    // Nobody waits any longer; a late failure must not end the process.
    embedding.catch(() => {})
  }
}

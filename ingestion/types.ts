import type { Steps } from '../src/markdown/turns'
import type { KilledBy } from '../src/errors'
import type { ParseLimits } from './parseLimits'
import type { Audience, PolicyKind, RiskTier } from '../src/vocabulary'
import type { Omission, OmissionNotice } from './omissions'

/** What a loader read: one governed document's text, not yet a draft. */
export interface SourceDocument {
  /** Stable within its source: the path relative to what was ingested, plus `#id` for rows of a table or lines of JSONL. */
  key: string
  title: string
  /** Markdown (GitHub flavour). For an FAQ, the answer. */
  markdown: string
  /** Set when the document is a question and its answer; then it becomes an FAQ. */
  question?: string
  /** From front matter, columns or JSON fields; what is absent gets the source's defaults. */
  metadata: {
    kind?: PolicyKind
    audience?: Audience
    riskTier?: RiskTier
    topic?: string
    locale?: string
    effectiveFrom?: string
    expiresAt?: string
  }
  /** The language that it is written in, told from the text; `metadata.locale` says more. Absent for English. */
  language?: string
  /** The line in the file where the document starts, for errors; 1 when the format has no lines. */
  line: number
  /** What of it was left out; absent when nothing was. */
  omissions?: Omission[]
}

/** One thing that could not be read. `error` is a sentence for a person: what, where, what to do. */
export interface LoadFailure {
  file: string
  error: string
  /** Set when the file killed its parser: it is left alone until its bytes change or somebody asks. */
  setAside?: KilledBy
}

/**
 * Reads one file into documents. Yields a failure for a part that cannot be read (a line of JSONL) and goes on, and a
 * notice for what is left out and belongs to no document; throws a LoadError when the whole file cannot be read. Long work
 * stops when `signal` says so. `limits` are kept by the sandbox that runs it (sandbox/), for code that never waits can only be
 * stopped from outside.
 */
export type Loader = (
  file: {
    path: string
    key: string
    bytes: Uint8Array
    /** The address that links in it are relative to, where it has one. */
    base?: string | undefined
  },
  signal: AbortSignal,
  limits?: ParseLimits,
) => AsyncIterable<SourceDocument | LoadFailure | OmissionNotice>

/** The immutable text of a release, as it is chunked. */
export interface ReleaseText {
  title: string
  /** Markdown. Spans are UTF-16 offsets into it. */
  text: string
  /** An FAQ is one chunk. */
  faq: boolean
}

/** A citable span: `text === release.text.slice(start, end)`. */
export interface Chunk {
  position: number
  start: number
  end: number
  text: string
  /** The headings above it, outermost first, without the document's title. */
  headingPath: string[]
  tokens: number
  /** `sha256:` + hex of what is embedded: title, heading path and text. */
  contentHash: string
}

/** Pure. A new behaviour gets a new `id`. */
export interface Chunker {
  id: string
  chunk(release: ReleaseText): Chunk[]
  /** The same in short steps, for a process that has other things to do. */
  steps(release: ReleaseText): Steps<Chunk[]>
}

import type { SourceDocument } from '../../../ingestion/types'
import type { Audience, GovernedCollection, PolicyKind } from '../../vocabulary'

/** A text that is there already, or in another file of the same import, and says nearly the same. */
export interface Alike {
  title: string
  /** Null for one that is being brought in with it. */
  document: { collection: GovernedCollection; id: string } | null
  /** 1 for the same words; null where only the title is the same. */
  similarity: number | null
}

/** What one document of a file would become. */
export interface PreviewedDocument {
  /** Within its file. */
  key: string
  title: string
  markdown: string
  faq: boolean
  metadata: SourceDocument['metadata']
  /** Texts that say nearly the same, the most alike first. */
  alike: Alike[]
}

/** What a file that was brought in would become; nothing is a draft yet. */
export interface Preview {
  /** Of the file, within its batch. */
  id: string
  name: string
  documents: PreviewedDocument[]
  /** Why a part of it, or all of it, cannot be read. */
  failures: string[]
  /** What of it is in no draft, each as a sentence. */
  leftOut: string[]
}

/** As it is kept between the preview and the drafts. */
export interface ReadFile {
  name: string
  documents: SourceDocument[]
}

/** What a person decided about one document of a preview. */
export interface Choice {
  /** Of the file. */
  file: string
  key: string
  as: 'faq' | PolicyKind
  audience: Audience
  /** An id; null: what the file says, or none. */
  topic: string | null
}

/** What became of one. */
export type Drafted = Pick<Choice, 'file' | 'key'> &
  ({ collection: GovernedCollection; id: string; title: string } | { error: string })

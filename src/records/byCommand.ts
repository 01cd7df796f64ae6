/** Set by our own commands alone, in a request's context: they write what people may not. No request can carry it. */
export const byCommand = 'vouchByCommand'

/** Set by our own importer alone: where a document came from. No request can carry it. */
export const importedFrom = Symbol('importedFrom')
export interface ImportedFrom {
  source: string
  sourceKey: string
  /** Of the item's bytes. */
  sourceHash: string
  sourceLocation: string
  sourceFetchedAt: string
  /** The contentHash that this import writes. */
  sourceContentHash: string
  sourceVanishedAt: null
  sourceConflictAt: null
}

/** Set by the transition alone: who signs a text says when it takes effect, and does not become its author by that. */
export const dateOfSigner = 'vouchDateOfSigner'

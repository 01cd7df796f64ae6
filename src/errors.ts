/** An error whose message is for the person who must act: what happened, where, what to do. Mapped to HTTP and exit codes once. */
export class VouchError extends Error {
  override name = 'VouchError'
}

/** The embedding model cannot be reached, or answered with something that is not a sound vector. */
export class EmbeddingError extends VouchError {
  override name = 'EmbeddingError'
}

/** The vector store cannot be reached or refused the request. */
export class StoreError extends VouchError {
  override name = 'StoreError'
}

/** A file that cannot be read into documents: the sentence says what is wrong with it and what to do. */
export class LoadError extends VouchError {
  override name = 'LoadError'
}

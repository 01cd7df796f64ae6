import type { Omission, OmissionNotice } from '../omissions'
import type { Sandbox } from '../sandbox/sandbox'
import type { LoadFailure, SourceDocument } from '../types'

/** One thing that a source holds: a file, a page, an article. */
export interface SourceItem {
  /** Stable within its source and unlike any other there; says in messages which item is meant. */
  key: string
  /** Where a person finds it: a path or a URL. */
  location: string
  /** What links in it are relative to, where it is a page of the web. */
  base?: string
  /** With its dot, in lower case ('.md'): which loader reads it. '' when it has none. */
  extension: string
  /** Size in bytes, where the source tells before the item is fetched. */
  bytes?: number
  /** Changes when the item does (an ETag, a blob's hash, a time of change); an item with the one known is not fetched. */
  revision?: string
  /** What the source knows better than the bytes say; it wins over what the loader finds. */
  title?: string
  metadata?: SourceDocument['metadata']
  /** What the source says of the item that is not in its bytes: a restriction that is not understood. */
  reservations?: Omission[]
  /**
   * The item's bytes.
   * @throws {LoadError} with a sentence for a person.
   */
  fetch(signal: AbortSignal): Promise<Uint8Array>
}

/** What connectors may take; built by deps.ts. Absent credentials mean that the source is asked without. */
export interface ConnectorSettings {
  /** Absolute. A folder of the source's own to keep what makes the next sync cheap (a clone); may be empty. */
  workDir: string
  /** An item that is larger is refused unread. */
  maxBytes: number
  /** A listing stops with a failure after so many items: a site without an end must not fill the disk. */
  maxItems: number
  /** Where what the source answers is parsed. */
  sandbox: Pick<Sandbox, 'run'>
  /** Absolute. Where people may add sources in the browser (VOUCH_SOURCE_DIRS). */
  sourceDirs?: readonly string[] | undefined
  credentials: {
    confluence?: { email: string; token: string }
    notion?: { token: string }
  }
}

/**
 * Lists what a source holds, in a stable order where the source allows it. Yields a failure for a part that cannot be
 * listed and goes on: then the listing is not complete, and nothing counts as vanished. What is left out on purpose is a
 * notice: drafts, symbolic links.
 * @throws {LoadError} when the source cannot be listed at all.
 */
export type Connector = (
  location: string,
  settings: ConnectorSettings,
  signal: AbortSignal,
) => AsyncIterable<SourceItem | LoadFailure | OmissionNotice>

import canonicalize from 'canonicalize'
import { sealingOf } from './coverage'
import { sha256 } from './hash'
import { leafHash, rootOf, withLeaf, type GrowingTree } from './merkleTree'
import type { ProvableBatch, RecordSeal } from './recordSeal'

type Revision = Pick<RecordSeal, 'of' | 'rowId' | 'revision' | 'at'>

/** What of a record may be shown to someone outside; null where nothing may. */
export function shownOutside(of: string, content: Record<string, unknown>): Record<string, unknown> | null {
  const shown = sealingOf(of)?.outside
  if (!shown) return null
  if (shown === 'all') return content
  return Object.fromEntries(shown.flatMap((name) => (name in content ? [[name, content[name]]] : [])))
}

/** The digest of a revision as it may be shown, which needs no key; null where nothing may be shown, or it is gone. */
export function digestOf(
  { of, rowId, revision, at }: Revision,
  content: Record<string, unknown> | null,
): string | null {
  const shown = content && shownOutside(of, content)
  return shown && sha256(canonicalize(['vouch record', of, rowId, revision, at, shown]) ?? '')
}

/** The part of a batch that can be proved outside, from the digests of its seals in the order of their ids. */
export function provableBatch(digests: readonly string[]): ProvableBatch {
  return { count: digests.length, root: rootOf(digests.map(leafHash)) }
}

/** The leaf of a batch in the tree of batches. */
export function batchLeaf({ count, root }: ProvableBatch): string {
  return leafHash(canonicalize(['vouch batch', count, root]) ?? '')
}

/** The tree of batches with one more. */
export function withBatch(tree: Pick<GrowingTree, 'size' | 'peaks'>, batch: ProvableBatch): GrowingTree {
  return withLeaf(tree, batchLeaf(batch))
}

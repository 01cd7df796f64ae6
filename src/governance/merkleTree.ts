import { createHash } from 'node:crypto'

/**
 * A Merkle tree as certificate transparency has it (RFC 9162, section 2.1): leaves are only ever added, a root stands for all
 * of them, and a path of a few hashes proves to anyone, without a key, that a leaf is in it. Hashes are hex.
 */
export interface TreeHead {
  /** How many leaves. */
  size: number
  root: string
}

/** A tree that can grow: the roots of its perfect subtrees, the largest first. */
export interface GrowingTree extends TreeHead {
  peaks: string[]
}

const hash = (...parts: (Buffer | string)[]): string => {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(part)
  return sum.digest('hex')
}

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex')

/** The hash of what a leaf holds. */
export function leafHash(data: string): string {
  return hash(Buffer.of(0), data)
}

const nodeHash = (left: string, right: string): string => hash(Buffer.of(1), bytes(left), bytes(right))

/** A tree without leaves. */
export function emptyTree(): GrowingTree {
  return { size: 0, root: hash(''), peaks: [] }
}

/** The tree with one more leaf. */
export function withLeaf({ size, peaks }: Pick<GrowingTree, 'size' | 'peaks'>, leaf: string): GrowingTree {
  const grown = [...peaks]
  let last = leaf
  // Each 1 at the end of the size is a perfect subtree as large as what is added.
  for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) last = nodeHash(grown.pop() ?? '', last)
  grown.push(last)
  return { size: size + 1, peaks: grown, root: grown.reduceRight((right, left) => nodeHash(left, right)) }
}

/** The root over leaves. */
export function rootOf(leaves: readonly string[]): string {
  if (leaves.length === 0) return hash('')
  if (leaves.length === 1) return leaves[0] ?? ''
  const split = splitOf(leaves.length)
  return nodeHash(rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)))
}

/** The hashes that lead from a leaf to the root, from the bottom up. */
export function pathTo(index: number, leaves: readonly string[]): string[] {
  if (leaves.length <= 1) return []
  const split = splitOf(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return index < split
    ? [...pathTo(index, left), rootOf(right)]
    : [...pathTo(index - split, right), rootOf(left)]
}

/** The largest power of two below a number. */
const splitOf = (count: number): number => 2 ** Math.floor(Math.log2(count - 1))

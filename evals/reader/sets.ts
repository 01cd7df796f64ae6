import { createHash } from 'node:crypto'
import type { ReadExample } from './readExample'

/** The sets that the words reader is fitted and measured on. */
export const SETS: readonly { name: string; weight: number; most?: number; held: 'all' | 'none' | 'half' }[] =
  [
    { name: 'golden', weight: 4, held: 'none' },
    { name: 'reading/a', weight: 1, held: 'none' },
    { name: 'reading/b', weight: 1, held: 'none' },
    { name: 'reading/c', weight: 1, held: 'none' },
    { name: 'reading/d', weight: 1, held: 'all' },
    { name: 'reading/e', weight: 1, held: 'all' },
    { name: 'bank', weight: 4, held: 'half' },
    { name: 'squad2_half_dev', weight: 1, most: 300, held: 'half' },
    { name: 'clapnq_dev', weight: 2, most: 140, held: 'half' },
  ]

/** Whether a question is kept for measuring: by its hand, else by its document, never by chance alone. */
export function isHeldOut({ set, document }: Pick<ReadExample, 'set' | 'document'>): boolean {
  const held = SETS.find(({ name }) => name.split('/').at(-1) === set)?.held ?? 'all'
  if (held !== 'half') return held === 'all'
  return (createHash('sha256').update(`${set} ${document}`).digest()[0] ?? 0) % 2 === 1
}

import { createHash } from 'node:crypto'
import type { ReadExample } from './readExample'

/** Hands that wrote for the cross-encoder, in our own words (`hands/`). */
const HANDS = [...'1234567'].map((n) => `w${n}`).concat([...'12345678'].map((n) => `x${n}`))

interface FitSet {
  name: string
  weight: number
  most?: number
  held: 'all' | 'none' | 'half'
  /** Lies in `hands/` here; it is for the cross-encoder's verdict alone. */
  own?: true
}

/** The sets that the readers are fitted and measured on. */
export const SETS: readonly FitSet[] = [
  { name: 'golden', weight: 4, held: 'none' },
  { name: 'reading/a', weight: 1, held: 'none' },
  { name: 'reading/b', weight: 1, held: 'none' },
  { name: 'reading/c', weight: 1, held: 'none' },
  { name: 'reading/d', weight: 1, held: 'all' },
  { name: 'reading/e', weight: 1, held: 'all' },
  { name: 'bank', weight: 4, held: 'half' },
  { name: 'squad2_half_dev', weight: 1, most: 300, held: 'half' },
  { name: 'clapnq_dev', weight: 2, most: 140, held: 'half' },
  ...HANDS.map((name) => ({ name, weight: 1, held: 'none', own: true }) as const),
]

/** Whether the cross-encoder was trained on a question's document: of a hand that trains, five of six (`train/pool.py`). */
export function wasTrainedOn({ set, document }: Pick<ReadExample, 'set' | 'document'>): boolean {
  if (!['a', 'b', ...HANDS].includes(set)) return false
  return (createHash('sha256').update(`${set} ${document}`).digest()[0] ?? 0) % 6 !== 0
}

/** Whether a question is kept for measuring: by its hand, else by its document, never by chance alone. */
export function isHeldOut({ set, document }: Pick<ReadExample, 'set' | 'document'>): boolean {
  const held = SETS.find(({ name }) => name.split('/').at(-1) === set)?.held ?? 'all'
  if (held !== 'half') return held === 'all'
  return (createHash('sha256').update(`${set} ${document}`).digest()[0] ?? 0) % 2 === 1
}

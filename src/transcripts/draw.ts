import { createHash } from 'node:crypto'

/** Of 48 bits. */
const RANGE = 2 ** 48

/** A number between 0 and 1 that belongs to this id and seed, as if drawn by lot. Pure. */
export function drawnAt(seed: string, id: string): number {
  const digest = createHash('sha256').update(`${seed}\n${id}`, 'utf8').digest()
  return (digest.readUIntBE(0, 6) + 0.5) / RANGE
}

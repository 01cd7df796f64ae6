import { ReaderError } from '../../../errors'
import type { EmbeddingModel } from '../../../retrieval/types'
import type { PlacedUnit } from '../../units/placedUnits'
import type { Reader, ReadRequest } from '../types'
import { askedBy } from '../words/asked'
import { readWith, weigh } from '../words/read'
import { readKey, type ReadUnits, type Vectors } from '../words/unitFeatures'
import { vectorsFor } from '../words/vectors'
import type { CrossEncoder } from './crossEncoder'
import { localModel } from './model'
import { windowsOf, type ReadWindow } from './windows'

/** Of the windows, the likeliest by words are read: more cost more than they find (docs/adr/0015-the-reader.md). */
const MOST_WINDOWS = 4
/** Log odds of a window that answers so surely that none after it is read. */
const ENOUGH = 3

/** Of the time, what vectors may take; the rest is for reading. */
const VECTORS_SHARE = 0.4

/** Weights and verdict, for receipts. */
export const localReaderId = (encoder: CrossEncoder): string => `${localModel.id}+${encoder.id}`

/**
 * Reads with a cross-encoder of our own, weighed together with the signs of words.
 * @throws {ReaderError} when the model cannot be had, or not in time; the words are then read alone.
 */
export const createLocalReader = (encoder: CrossEncoder, model: EmbeddingModel | null): Reader => ({
  id: localReaderId(encoder),
  async read(request) {
    const until = Date.now() + request.withinMs
    const vectors =
      model && (await vectorsFor({ ...request, model, withinMs: request.withinMs * VECTORS_SHARE }))
    const read = await readUnits(encoder, { ...request, vectors, withinMs: until - Date.now() })
    return {
      ...readWith({ ...request, vectors, read }, localModel),
      reader: localReaderId(encoder),
    }
  },
})

/** What the cross-encoder makes of the units that are likeliest by words. */
export async function readUnits(
  encoder: CrossEncoder,
  o: Omit<ReadRequest, 'signal'> & { vectors: Vectors | null },
): Promise<ReadUnits> {
  const windows = likeliestWindows(o)
  const readings = await encoder.read({
    question: o.question,
    windows: windows.map(({ lines }) => lines.map(({ text }) => text)),
    withinMs: o.withinMs,
    // A comparison is answered by several.
    ...(askedBy(o.question, o.locale).compared ? {} : { enough: ENOUGH }),
  })
  if (windows.length > 0 && readings.length === 0) throw new ReaderError('The local reader had no time.')
  return new Map(
    readings.flatMap(({ answers, shares }, i) =>
      (windows[i]?.lines ?? []).flatMap(({ unit }, line) =>
        unit ? [[readKey(unit), { window: answers, share: shares[line] ?? 0 }] as const] : [],
      ),
    ),
  )
}

function likeliestWindows(o: Omit<ReadRequest, 'signal'> & { vectors: Vectors | null }): ReadWindow[] {
  const likely = new Map(weigh(o).units.map(({ placed, probability }) => [readKey(placed), probability]))
  const best = ({ lines }: ReadWindow) => Math.max(0, ...lines.map(({ unit }) => likelihoodOf(unit, likely)))
  return windowsOf(o.passages)
    .map((window) => ({ window, best: best(window) }))
    .toSorted((a, b) => b.best - a.best)
    .slice(0, MOST_WINDOWS)
    .map(({ window }) => window)
}

const likelihoodOf = (unit: PlacedUnit | null, likely: ReadonlyMap<string, number>): number =>
  unit ? (likely.get(readKey(unit)) ?? 0) : 0

import path from 'node:path'
import type { CrossEncoder } from '../src/answer/reader/local/crossEncoder'
import type { Calibration } from '../src/answer/calibration'
import { DENSE_WEIGHT } from '../src/deps'
import type { EmbeddingModel } from '../src/retrieval/types'
import type { Audience } from '../src/vocabulary'
import { askCase } from './askCase'
import type { CaseResult } from './caseResult'
import { openCorpus } from './corpus'
import { readCases } from './evalCase'

export interface SetRun {
  /** A folder with `documents.jsonl` and `questions.jsonl`. */
  set: string
  /** Null: words alone. */
  model: EmbeddingModel | null
  /** By `neverUnsure` whatever can be quoted is answered: then `right` says what confidence is to tell. */
  calibration: Calibration
  audiences: readonly Audience[]
  /** Where vectors are kept between runs. */
  cacheDir: string
  /** Share of the dense leg; what an installation starts with unless told. */
  denseWeight?: number
  /** Reads with the words; the words alone are read unless given. */
  encoder?: CrossEncoder | null
  /** The first so many questions; all unless told. */
  limit?: number
  onProgress?: (done: number, total: number) => void
}

/** Asks a set's questions of its documents, held in memory: each with its passages, features, decision and judgement. */
export const runSet = async (o: SetRun): Promise<CaseResult[]> => {
  const { set, model, calibration, audiences, cacheDir, denseWeight = DENSE_WEIGHT, limit } = o
  const cases = (await readCases(set)).slice(0, limit)
  const documents = path.join(set, 'documents.jsonl')
  const corpus = await openCorpus({ documents, model, denseWeight, cacheDir, encoder: o.encoder })
  try {
    const results: CaseResult[] = []
    const asking = {
      ports: corpus.ports,
      calibration,
      audiences,
      ofChunk: corpus.documentOf,
      ofDocument: (id: string) => id,
    }
    for (const evalCase of cases) {
      results.push(await askCase(evalCase, asking))
      o.onProgress?.(results.length, cases.length)
    }
    return results
  } finally {
    await corpus.close()
  }
}

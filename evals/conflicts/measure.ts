import type { ConflictPorts } from '../../src/proofs/conflicts/findConflicts'
import { judgePair, type JudgedPair } from './judgePair'
import { readConflictPairs, type ConflictHalf } from './pairs'
import { summarizeConflicts, type ConflictSummary } from './summarize'

/** Judges every pair of a half, and says how well. */
export async function measureConflicts(
  half: ConflictHalf,
  ports: ConflictPorts,
  onJudged: (done: number, total: number) => void = () => {},
): Promise<ConflictSummary> {
  const pairs = await readConflictPairs(half)
  const judged: JudgedPair[] = []
  for (const pair of pairs) {
    judged.push(await judgePair(pair, ports))
    onJudged(judged.length, pairs.length)
  }
  return summarizeConflicts(judged)
}

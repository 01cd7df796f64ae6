import type { Payload } from 'payload'
import type { Bot } from '../../../payload-types'
import { publicReasonOf } from '../../answer/public'
import { passagesById } from '../../database/passages'
import type { DescribedAnswer } from '../describeAnswer'
import type { Replay } from './replayAnswer'

/**
 * A replay as a bot may be told it: nothing of texts that it may not see now, and, without the scope read:reasons,
 * neither precise reasons nor what is different about texts, which both tell whether a hidden one exists.
 */
export const tellReplay = async (payload: Payload, replay: Replay, bot: Bot): Promise<Replay> => {
  const mayKnowWhy = bot.scopes.includes('read:reasons')
  const { evidence, original, differences } = replay
  const shown = await passagesById(
    payload,
    [...evidence.passages, ...original.citations].map(({ chunkId }) => chunkId),
    { audiences: bot.audiences, at: Date.now() },
  )
  const documents = new Set([
    ...[...shown.values()].map(({ document }) => document.id),
    ...replay.today.citations.map(({ document }) => document.id),
  ])
  const told = differences.filter(
    ({ document, kind }) =>
      (document ? documents.has(document.id) : true) && (mayKnowWhy || !kind.startsWith('text_')),
  )
  return {
    ...replay,
    summary:
      told.length === differences.length && mayKnowWhy
        ? replay.summary
        : (replay.summary.split('. ')[0] ?? '').replace(/\.?$/, '.'),
    differences: told,
    evidence: { ...evidence, passages: evidence.passages.filter(({ chunkId }) => shown.has(chunkId)) },
    original: reasonTold(
      original.citations.every(({ chunkId }) => shown.has(chunkId))
        ? original
        : { ...original, message: '', citations: [] },
      mayKnowWhy,
    ),
    today: reasonTold(replay.today, mayKnowWhy),
  }
}

const reasonTold = (answer: DescribedAnswer, mayKnowWhy: boolean): DescribedAnswer =>
  mayKnowWhy || !answer.reason
    ? answer
    : {
        ...answer,
        reason: publicReasonOf(answer.reason),
        confidence: answer.outcome === 'refused' ? null : answer.confidence,
      }

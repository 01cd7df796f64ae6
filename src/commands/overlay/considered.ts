import { anonymousTurn } from '../../answer/anonymousTurn'
import { CONSIDERED } from '../../answer/resolve'
import { readingsInContext, retrievalQuestion } from '../../answer/rewrite'
import { readThings } from '../../answer/understand/readings'
import type { Deps } from '../../deps'
import type { RankedPassage } from '../../retrieval/types'
import { answerPorts } from '../answerPorts'
import { activeCalibration } from '../calibrations'
import type { ProofQuestion } from './askAbout'
import type { DraftOverlay } from './draftOverlay'

/** Patience of a job, in ms: nobody waits for one question. */
const WITHIN_MS = 10_000

/** The passages that an answer would be read from, for the question as a whole and for each thing that it asks. */
export type ReadConsidered = (asked: ProofQuestion, at?: number) => Promise<RankedPassage[][]>

/** Looks for passages as answering does, and reads none of them. @param overlay as if a text were published. */
export async function createConsidered(deps: Deps, overlay?: DraftOverlay): Promise<ReadConsidered> {
  const { ports } = answerPorts(deps, { calibration: await activeCalibration(deps.payload), overlay })
  return async (asked, at = Date.now()) => {
    const { bot, locale } = asked
    const found: RankedPassage[][] = []
    for (const question of searchedFor(asked)) {
      const request = { question, at, audiences: bot.audiences, limit: CONSIDERED, locale }
      const { candidates } = await ports.retrieve({ ...request, withinMs: WITHIN_MS })
      found.push((await ports.hydrate(candidates, request)).slice(0, CONSIDERED))
    }
    return found
  }
}

function searchedFor({ question, messages = [], locale }: ProofQuestion): string[] {
  const turn = anonymousTurn({ question, messages, locale })
  const whole = retrievalQuestion(turn)
  return [
    ...new Set([
      whole,
      ...readingsInContext(turn),
      ...readThings(whole, locale).flatMap(({ readings }) => readings),
    ]),
  ]
}

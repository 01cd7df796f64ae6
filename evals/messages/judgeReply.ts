import type { AnswerResponse } from '../../src/answer/schema'
import type { Expectation } from './fieldMessage'
import { foldText } from '../../src/answer/foldText'

/** What is wrong with a reply, in words; none when it is right. */
export function faultsOf(response: AnswerResponse, expected: Expectation): string[] {
  const said = foldText([response.message, ...('options' in response ? response.options : [])].join('\n'))
  const reason = 'reason' in response ? response.reason : null
  const { outcome, reason: reasons, contains, avoid } = expected
  return [
    ...(outcome.length && !outcome.includes(response.outcome)
      ? [`${response.outcome}${reason ? ` (${reason})` : ''}, not ${outcome.join(' or ')}`]
      : []),
    ...(reason && reasons.length && outcome.includes(response.outcome) && !reasons.includes(reason)
      ? [`because of ${reason}, not ${reasons.join(' or ')}`]
      : []),
    ...contains.filter((words) => !said.includes(foldText(words))).map((words) => `without “${words}”`),
    ...avoid.filter((words) => said.includes(foldText(words))).map((words) => `with “${words}”`),
  ]
}

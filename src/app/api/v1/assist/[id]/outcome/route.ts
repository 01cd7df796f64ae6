import { reportAssistOutcome } from '@/commands/assist/reportOutcome'
import { colleagueRoute } from '@/http/assist'
import { AssistOutcomeSchema } from '@/http/assistSchemas'

/** What a colleague made of a suggestion. */
export const POST = colleagueRoute(AssistOutcomeSchema, {
  scope: 'assist',
  act: ({ payload }, { colleague, ...given }) => reportAssistOutcome({ payload, colleague }, given),
})

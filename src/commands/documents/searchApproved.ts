import { askedLocale } from '../../answer/askedLocale'
import { defaultCalibration } from '../../answer/calibration'
import { findPassages } from '../../answer/find'
import { startBudget } from '../../answer/withinTime'
import type { Bot } from '../../../payload-types'
import type { Deps } from '../../deps'
import type { RankedPassage } from '../../retrieval/types'
import type { Audience, Degradation } from '../../vocabulary'
import { answerPorts } from '../answerPorts'

/** Passages of signed texts in force that may be told, best first; null where nothing could be searched. */
export async function searchApproved(
  deps: Deps,
  { bot, query, limit, locale }: { bot: Bot; query: string; limit: number; locale?: string | undefined },
): Promise<{ passages: RankedPassage[]; degraded: Degradation[] } | null> {
  // Nothing is decided here, so nothing is calibrated.
  const { ports } = answerPorts(deps, { calibration: defaultCalibration })
  const found = await findPassages({
    request: {
      question: query,
      at: Date.now(),
      audiences: bot.audiences as Audience[],
      limit,
      locale: locale ?? (await askedLocale({ question: query, messages: [], locales: bot.locales ?? [] })),
    },
    ports,
    budget: startBudget(deps.env.VOUCH_ANSWER_TIME_MS),
    timings: {},
  })
  if (!found.available) return null
  return { passages: found.passages.slice(0, limit), degraded: found.degraded }
}

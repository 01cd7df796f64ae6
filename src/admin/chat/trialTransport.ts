import { shownAnswer } from '../../../packages/widget/src/answer'
import { problemOf, UNREACHED, type Transport } from '../../../packages/widget/src/transport'
import type { Trial } from '../../commands/tryQuestion'

/** Asks as a bot on behalf of the person who is signed in: what they read is what a customer would, and nothing is recorded. */
export function trialTransport(
  bot: string,
  fetching: typeof fetch = (...asked) => fetch(...asked),
): Transport {
  return {
    ask: async ({ question, messages }) => {
      try {
        const response = await fetching('/api/v1/try', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ bot, question, messages }),
        })
        const body: unknown = await response.json().catch(() => null)
        if (!response.ok || !body) return { ok: false, problem: problemOf(response, detailed(body)) }
        return { ok: true, answer: shownAnswer((body as Trial).told) }
      } catch {
        return { ok: false, problem: UNREACHED }
      }
    },
  }
}

/** Whoever is signed in is told what a customer is not. */
function detailed(body: unknown): unknown {
  const { detail } = (body ?? {}) as { detail?: unknown }
  return { message: detail }
}

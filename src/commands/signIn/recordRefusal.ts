import type { Payload } from 'payload'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { inTransaction } from '../../database/transaction'
import { recordAudit } from '../../records/recordAudit'

/** Recorded in a minute; a flood of them is in the server's log alone. */
const recorded = new RateLimiterMemory({ points: 60, duration: 60 })

/** Records that somebody did not get in through the provider, and why. Never throws: who is refused must be told so. */
export async function recordRefusal(
  payload: Payload,
  { because, email, provider }: { because: string; email: string | null; provider: string },
): Promise<void> {
  try {
    await recorded.consume('all')
    await inTransaction({ payload }, (req) =>
      recordAudit(req, {
        action: 'user.sign_in_failed',
        actor: { id: 'unknown', name: 'Someone' },
        subject: { collection: 'users', id: 'unknown', title: email ?? `somebody at ${provider}` },
        detail: { because, through: provider },
      }),
    )
  } catch (err) {
    payload.logger.warn({ because, err }, 'A failed sign-in through the provider was not recorded.')
  }
}

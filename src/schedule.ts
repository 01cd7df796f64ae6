import { schedule } from 'node-cron'
import type { Payload } from 'payload'
import { forgetDoneJobs } from '../ingestion/outbox'
import { applyClock, type ClockReport } from './commands/applyClock'
import { applyLeavers } from './commands/applyLeavers'
import { tellOwners } from './commands/gaps/tellOwners'
import { remindOfReviews } from './commands/remindOfReviews'
import { queueDueSyncs } from './commands/queueSync'
import { sendNotices, type MailRetries } from './commands/sendNotices'
import { forgetDelivered } from './commands/webhooks/forgetDelivered'

const EVERY_MINUTE = '* * * * *'
/** Before the digest of the day goes out (sendNotices); in the server's time. */
const EVERY_MORNING = '30 7 * * *'
/** The database file is rewritten then: when few ask. */
const EVERY_NIGHT = '15 3 * * *'
/** Clocks of two machines may differ, and a release be stored a little after it began. */
const LOOK_BACK_MS = 60 * 60_000

/**
 * What happens by itself: every minute documents follow the clock and mail goes out, every morning people are reminded of
 * reviews, every night texts past their time are erased. All of it also run at the start, for what was missed meanwhile; nothing is done or told twice. For one process at a
 * time (see runWorker). A run that fails is logged, and the next one does its work.
 * @returns what ends it, and waits for a run under way.
 */
export const startSchedule = (
  payload: Payload,
  { publicUrl, eraseExpired }: { publicUrl: string; eraseExpired: () => Promise<unknown> },
): (() => Promise<void>) => {
  let running: Promise<void> = Promise.resolve()
  // One after the other, so that nothing is under way any more when the last one has ended.
  const inTurn = (steps: Steps) => () => (running = after(running, () => takeSteps(payload, steps)))
  const everyMinute = inTurn(minutesWork(payload, publicUrl))
  const everyMorning = inTurn({
    'Reminding of reviews': () => remindOfReviews(payload),
    'Telling owners how their gaps stand': () => tellOwners(payload),
    'Forgetting jobs that were done': () => forgetDoneJobs(payload),
    'Forgetting webhook messages that were taken': () => forgetDelivered(payload),
  })
  const everyNight = inTurn({ 'Erasing texts past their time': eraseExpired })
  void everyNight()
  void everyMorning()
  void everyMinute()
  const options = { noOverlap: true, suppressMissedWarning: true, logger: quiet }
  const tasks = [
    schedule(EVERY_MINUTE, everyMinute, { ...options, name: 'every minute' }),
    schedule(EVERY_NIGHT, everyNight, { ...options, name: 'every night' }),
    schedule(EVERY_MORNING, everyMorning, { ...options, name: 'every morning' }),
  ]
  return async () => {
    for (const task of tasks) await task.destroy()
    await running
  }
}

/** What is done, by what to call it where it failed. */
type Steps = Record<string, () => Promise<unknown>>

const after = async (before: Promise<void>, run: () => Promise<void>): Promise<void> => {
  await before
  await run()
}

const takeSteps = async (payload: Payload, steps: Steps): Promise<void> => {
  for (const [name, step] of Object.entries(steps))
    try {
      await step()
    } catch (error) {
      payload.logger.error({ msg: `${name} failed; the next run tries again.`, err: error })
    }
}

const minutesWork = (payload: Payload, publicUrl: string): Steps => {
  const retries: MailRetries = new Map()
  let since = 0
  let also: ClockReport['failed'] = []
  return {
    'Following the clock': async () => {
      const now = Date.now()
      ;({ failed: also } = await applyClock(payload, { since, now, also }))
      since = now - LOOK_BACK_MS
    },
    'Handing over the texts of leavers': () => applyLeavers(payload),
    'Queueing syncs': () => queueDueSyncs(payload),
    'Mailing notices': () => sendNotices(payload, { publicUrl, retries }),
  }
}

/** Failures are told above, in our own words. */
const quiet = { info: () => {}, warn: () => {}, error: () => {}, debug: () => {} }

import { setTimeout as sleep } from 'node:timers/promises'
import { untilRung } from './workerBell'

const LOOK_MS = 2_000
const AFTER_FAILURE_MS = 15_000

/**
 * Does what there is to do beside the jobs, again and again until `signal` aborts: at once where `step` did something and says
 * so, else when a job was committed or a little later. A step that fails is told of and tried again.
 */
export async function keepLooking(
  signal: AbortSignal,
  { step, onFailure }: { step: () => Promise<boolean | void>; onFailure: (error: unknown) => void },
): Promise<void> {
  while (!signal.aborted)
    try {
      if (!(await step())) await untilRung(LOOK_MS, signal)
    } catch (error) {
      if (signal.aborted) return
      onFailure(error)
      await sleep(AFTER_FAILURE_MS, undefined, { signal }).catch(() => {})
    }
}

import type { Deps } from '@/deps'
import { checkHealth } from '@/health'
import { withinTime } from '@/answer/withinTime'
import { admissionOf } from '@/http/answerInTime'
import { route } from '@/http/route'
import { warmUp } from '@/warmUp'

/** A start takes a second or two; who asks meanwhile is told after so long that it is not over, in ms. */
const STARTING_MS = 3_000

export const GET = route(async ({ deps }) => {
  const health = await checkHealth(deps)
  // States only: what is behind them is for `vouch doctor`, not for whoever can reach this address.
  const dependencies = Object.fromEntries(
    Object.entries(health.dependencies).map(([name, { state }]) => [name, state]),
  )
  // Not a reason to take this server away: it refuses early what it cannot answer in time.
  const answers = !(await isWarm(deps)) ? 'starting' : admissionOf(deps).state().busy ? 'busy' : 'ok'
  const ready = health.ready && answers !== 'starting'
  return Response.json({ ready, answers, dependencies }, { status: ready ? 200 : 503 })
})

/** The first questions are not to wait for what is loaded when it is first used. */
const isWarm = (deps: Deps): Promise<boolean> =>
  withinTime(() => warmUp(deps), STARTING_MS).then(
    () => true,
    () => false,
  )

import { checkHealth } from '@/health'
import { admissionOf } from '@/http/answerInTime'
import { route } from '@/http/route'

export const GET = route(async ({ deps }) => {
  const health = await checkHealth(deps)
  // States only: what is behind them is for `vouch doctor`, not for whoever can reach this address.
  const dependencies = Object.fromEntries(
    Object.entries(health.dependencies).map(([name, { state }]) => [name, state]),
  )
  // Not a reason to take this server away: it refuses early what it cannot answer in time.
  const answers = admissionOf(deps).state().busy ? 'busy' : 'ok'
  return Response.json({ ready: health.ready, answers, dependencies }, { status: health.ready ? 200 : 503 })
})

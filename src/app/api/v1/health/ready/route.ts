import { checkHealth } from '@/health'
import { route } from '@/http/route'

export const GET = route(async ({ deps }) => {
  const health = await checkHealth(deps)
  // States only: what is behind them is for `vouch doctor`, not for whoever can reach this address.
  const dependencies = Object.fromEntries(
    Object.entries(health.dependencies).map(([name, { state }]) => [name, state]),
  )
  return Response.json({ ready: health.ready, dependencies }, { status: health.ready ? 200 : 503 })
})

import { createHash, timingSafeEqual } from 'node:crypto'
import type { Deps } from '../../deps'
import { checkHealth } from '../../health'
import { oldestDueJob } from '../../queue/dueJobs'
import { OPEN_GAP_STATES } from '../../vocabulary'
import { admissionOf } from '../answerInTime'
import { HttpProblem, notFound } from '../problem'
import { route } from '../route'
import { metrics } from './registry'

/** GET /metrics, for Prometheus. Closed until a setting opens it: who reads it learns how a company's bots fare. */
export const serveMetrics = route(async ({ request, deps }) => {
  assertMayRead(deps.env, request)
  await gauge(deps)
  const { register } = metrics()
  return new Response(await register.metrics(), { headers: { 'content-type': register.contentType } })
})

function assertMayRead({ VOUCH_METRICS, VOUCH_METRICS_KEY }: Deps['env'], request: Request): void {
  if (VOUCH_METRICS === 'open') return
  if (!VOUCH_METRICS_KEY)
    throw notFound(
      'Metrics are closed here. VOUCH_METRICS_KEY or VOUCH_METRICS=open opens them (.env.example).',
    )
  const given = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? ''
  if (!timingSafeEqual(digest(given), digest(VOUCH_METRICS_KEY)))
    throw new HttpProblem({
      status: 401,
      title: 'No or wrong key',
      detail: 'Send “Authorization: Bearer …” with what VOUCH_METRICS_KEY is set to.',
      headers: { 'www-authenticate': 'Bearer' },
    })
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

const UP = { ok: 1, degraded: 0.5, down: 0 }

/** Reads what is a state and no count. What cannot be read is left out, so that an alert on its absence works. */
async function gauge(deps: Deps): Promise<void> {
  const { running, waiting, dependency, open, oldestJob } = metrics()
  const state = admissionOf(deps).state()
  running.set(state.running)
  waiting.set(state.waiting)
  for (const each of [dependency, open, oldestJob]) each.reset()
  const { dependencies } = await checkHealth(deps)
  for (const [name, each] of Object.entries(dependencies))
    dependency.set({ dependency: name }, UP[each.state])
  await Promise.allSettled([gaugeOpen(deps), gaugeJobs(deps)])
}

async function gaugeOpen({ payload }: Deps): Promise<void> {
  const { open } = metrics()
  const [gaps, handovers] = await Promise.all([
    payload.count({ collection: 'gaps', where: { state: { in: [...OPEN_GAP_STATES] } } }),
    payload.count({ collection: 'handovers', where: { state: { equals: 'open' } } }),
  ])
  open.set({ what: 'gaps' }, gaps.totalDocs)
  open.set({ what: 'handovers' }, handovers.totalDocs)
}

async function gaugeJobs({ payload }: Deps): Promise<void> {
  const since = await oldestDueJob(payload)
  metrics().oldestJob.set(since === null ? 0 : Math.max(0, (Date.now() - since) / 1000))
}

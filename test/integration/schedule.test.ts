import { expect, it, vi } from 'vitest'
import { startSchedule } from '../../src/schedule'
import { runWorker } from '../../src/worker'
import { useInstallation } from './installation'
import { atNight } from '../often'

const vouch = useInstallation()

it.runIf(atNight)(
  'what was missed is done as soon as a process has the worker’s turn, and by no other process',
  async () => {
    const effectiveFrom = Date.now() + 4000
    const row = await vouch.publish({
      title: 'Ferry dogs',
      markdown: 'The evening ferry carries four muzzled dogs.',
      effectiveFrom: new Date(effectiveFrom).toISOString(),
    })
    expect(row.workflowState).toBe('scheduled')
    const { payload, env } = vouch.deps
    const started: string[] = []
    const run = (name: string) => {
      const stop = new AbortController()
      const done = runWorker({
        payload,
        databaseUri: env.databaseUri,
        signal: stop.signal,
        onTurn: () => {
          started.push(name)
          return startSchedule(payload, { ...env, eraseExpired: () => Promise.resolve() })
        },
      })
      return async () => {
        stop.abort()
        await done
      }
    }
    await new Promise((resolve) => setTimeout(resolve, effectiveFrom - Date.now()))
    const first = run('first')
    await vi.waitFor(
      async () =>
        expect(await payload.findByID({ collection: 'policies', id: row.id })).toMatchObject({
          workflowState: 'published',
          liveVersion: 1,
        }),
      { timeout: 10_000 },
    )
    const second = run('second')
    await new Promise((resolve) => setTimeout(resolve, 1000))
    expect(started).toEqual(['first'])
    await first()
    await vi.waitFor(() => expect(started).toEqual(['first', 'second']), { timeout: 10_000 })
    await second()
  },
)

it('a step that fails is logged, and the steps after it are taken', async () => {
  const errors = vi.spyOn(vouch.payload.logger, 'error').mockImplementation(() => {})
  const find = vouch.payload.find.bind(vouch.payload)
  const spy = vi.spyOn(vouch.payload, 'find').mockImplementation(((args: { collection: string }) => {
    if (args.collection === 'releases') throw new Error('releases are gone')
    return find(args as never)
  }) as never)
  await vouch.payload.db.create({
    collection: 'notifications',
    data: { id: 'n1', to: vouch.user('ann').id, kind: 'withdrawn', title: 'Told', key: 'n1', urgent: true },
    req: {},
  })
  const stop = startSchedule(vouch.payload, {
    publicUrl: 'http://127.0.0.1',
    eraseExpired: () => Promise.resolve(),
  })
  await stop()
  spy.mockRestore()
  expect(JSON.stringify(errors.mock.calls)).toContain('Following the clock failed')
  errors.mockRestore()
  const [notice] = await vouch.rows('notifications', { key: { equals: 'n1' } })
  expect(notice?.mailedAt).toBeTruthy()
})

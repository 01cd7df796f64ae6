import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { onMongodb } from './databases'

/** More writes than either has; the process that is told to die here lives. */
const NEVER = 10_000
const root = mkdtempSync(path.join(tmpdir(), 'vouch-killed-'))
const prepared = path.join(root, 'prepared')

interface Ended {
  signal: NodeJS.Signals | null
  printed: Record<string, unknown>
}

/** Every step with VOUCH_KILL=every (some minutes); else every eighth of publishing and every 24th of the worker. */
const EVERY = process.env['VOUCH_KILL'] === 'every'

/** Two at a time: each is a process of its own. */
const inPairs = async (steps: number[], kill: (step: number) => Promise<void>): Promise<void> => {
  for (let i = 0; i < steps.length; i += 2) await Promise.all(steps.slice(i, i + 2).map(kill))
}
const stepsTo = (last: number, by: number): number[] =>
  Array.from({ length: Math.ceil(last / by) }, (_, i) => 1 + i * by)

/** Runs killed.child.ts on a data directory. */
const run = (dataDir: string, mode: string, at = 0): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--conditions=production', '--import', 'tsx', 'test/integration/killed.child.ts', mode, String(at)],
      {
        env: {
          ...process.env,
          DATABASE_URI: '',
          VOUCH_DATA_DIR: dataDir,
          VOUCH_MODEL_DIR: '/nonexistent',
          LOG_LEVEL: 'fatal',
        },
      },
    )
    let out = ''
    let errors = ''
    child.stdout.on('data', (data: Buffer) => (out += data.toString()))
    child.stderr.on('data', (data: Buffer) => (errors += data.toString()))
    child.on('close', (code, signal) => {
      if (code) reject(new Error(`${mode} ${at} ended with ${code}: ${errors}`))
      else resolve({ signal, printed: JSON.parse(out || '{}') as Record<string, unknown> })
    })
  })

const copyOf = (name: string, of = prepared): string => {
  const dataDir = path.join(root, name)
  cpSync(of, dataDir, { recursive: true })
  return dataDir
}

type State = {
  state: string
  message: string
  windows: { validFrom: string; validTo: string | null }[]
  breaks: unknown[]
}
const check = async (dataDir: string): Promise<{ before: State; after: State }> =>
  (await run(dataDir, 'check')).printed as { before: State; after: State }

beforeAll(async () => {
  await run(prepared, 'prepare')
}, 120_000)
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe.skipIf(onMongodb)('killed between each pair of steps of publishing', () => {
  it('the one who publishes: all of it is there, or nothing of it', async () => {
    const { printed } = await run(copyOf('publish-whole'), 'publish', NEVER)
    const steps = Number(printed['written'])
    expect(steps).toBeGreaterThan(4)
    await inPairs(stepsTo(steps, EVERY ? 1 : 8), async (k) => {
      const dataDir = copyOf(`publish-${k}`)
      expect((await run(dataDir, 'publish', k)).signal).toBe('SIGKILL')
      const { before, after } = await check(dataDir)
      expect(before, `step ${k}`).toMatchObject({
        state: 'approved',
        windows: [{ validTo: null }],
        breaks: [],
      })
      expect(before.message).toContain('14 days')
      expect(after, `step ${k}`).toMatchObject({ state: 'approved', breaks: [] })
      rmSync(dataDir, { recursive: true })
    })
  }, 600_000)

  it('the worker: the old text answers until the new one does, and another worker finishes', async () => {
    const published = copyOf('published')
    await run(published, 'publish', NEVER)
    const { printed } = await run(copyOf('work-whole', published), 'work', NEVER)
    const steps = Number(printed['written'])
    expect(steps).toBeGreaterThan(6)
    await inPairs(stepsTo(steps, EVERY ? 1 : 24), async (k) => {
      const dataDir = copyOf(`work-${k}`, published)
      expect((await run(dataDir, 'work', k)).signal).toBe('SIGKILL')
      const { before, after } = await check(dataDir)
      expect(
        ['14 days', '21 days'].filter((days) => before.message.includes(days)),
        before.message,
      ).toHaveLength(1)
      expect(before.state).toBe(before.message.includes('21') ? 'published' : 'scheduled')
      expect(after, `step ${k}`).toMatchObject({ state: 'published', breaks: [] })
      expect(after.message).toContain('21 days')
      const [old, next] = after.windows
      expect(old?.validTo).toBe(next?.validFrom)
      rmSync(dataDir, { recursive: true })
    })
  }, 1_800_000)
})

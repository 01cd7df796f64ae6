import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { atNight } from '../often'

/** More writes than there are; the process that is told to die here lives. */
const NEVER = 100_000
/** Every write with VOUCH_KILL=every; else every ninth. */
const STEP = process.env['VOUCH_KILL'] === 'every' ? 1 : 9
const root = mkdtempSync(path.join(tmpdir(), 'vouch-recall-killed-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

interface Ended {
  signal: NodeJS.Signals | null
  errors: string
  printed: Record<string, unknown>
}

/** Runs recallKilled.child.ts on a data directory. */
const run = (dataDir: string, mode: string, at = NEVER): Promise<Ended> =>
  new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [
        '--conditions=production',
        '--import',
        'tsx',
        'test/integration/recallKilled.child.ts',
        mode,
        String(at),
      ],
      {
        env: {
          ...process.env,
          DATABASE_URI: '',
          VOUCH_DATA_DIR: dataDir,
          VOUCH_MODEL_DIR: '/nonexistent',
          VOUCH_READER: 'words',
          VOUCH_ANSWER_TIME_MS: '60000',
          LOG_LEVEL: 'fatal',
        },
      },
    )
    let [out, errors] = ['', '']
    child.stdout.on('data', (data: Buffer) => (out += data.toString()))
    child.stderr.on('data', (data: Buffer) => (errors += data.toString()))
    child.on('close', (_, signal) =>
      resolve({ signal, errors, printed: JSON.parse(out || '{}') as Record<string, unknown> }),
    )
  })

const RECALLED = {
  recalls: [{ state: 'open', answers: 3 }],
  receipts: 3,
  listed: 3,
  followUps: 2,
  notices: 1,
  told: 1,
  missing: [],
  unfounded: [],
  breaks: [],
}

it.runIf(atNight)(
  'killed anywhere in a withdrawal and its recall, and run again, each receipt is listed once and each bot told once',
  async () => {
    const before = path.join(root, 'before')
    const prepared = await run(before, 'prepare')
    expect(prepared.printed, prepared.errors).toEqual({ outcomes: ['answered', 'answered', 'answered'] })
    const copyOf = (name: string) => {
      const dataDir = path.join(root, name)
      cpSync(before, dataDir, { recursive: true })
      return dataDir
    }
    const whole = copyOf('whole')
    const { printed, errors } = await run(whole, 'withdraw')
    const writes = Number(printed['written'])
    expect(writes, errors).toBeGreaterThan(10)
    const checked = await run(whole, 'check')
    expect(checked.printed, checked.errors).toEqual(RECALLED)
    for (let k = 1; k <= writes; k += STEP) {
      const dataDir = copyOf(`at-${k}`)
      expect((await run(dataDir, 'withdraw', k)).signal, `write ${k}`).toBe('SIGKILL')
      const again = await run(dataDir, 'check')
      expect(again.printed, `write ${k} ${again.errors}`).toEqual(RECALLED)
      rmSync(dataDir, { recursive: true })
    }
  },
  1_200_000,
)

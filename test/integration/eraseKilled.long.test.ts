import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { onMongodb } from './databases'

const NEVER = 100_000
const root = mkdtempSync(path.join(tmpdir(), 'vouch-erase-killed-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

interface Ended {
  signal: NodeJS.Signals | null
  printed: Record<string, unknown>
}

/** Runs eraseKilled.child.ts on a data directory. */
const run = (dataDir: string, mode: string, at = NEVER): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const args = ['--conditions=production', '--import', 'tsx', 'test/integration/eraseKilled.child.ts']
    const child = spawn(process.execPath, [...args, mode, String(at)], {
      env: {
        ...process.env,
        DATABASE_URI: '',
        VOUCH_DATA_DIR: dataDir,
        VOUCH_MODEL_DIR: '/nonexistent',
        LOG_LEVEL: 'fatal',
      },
    })
    let [out, errors] = ['', '']
    child.stdout.on('data', (data: Buffer) => (out += data.toString()))
    child.stderr.on('data', (data: Buffer) => (errors += data.toString()))
    child.on('close', (code, signal) => {
      if (code) reject(new Error(`${mode} ${at} ended with ${code}: ${errors}`))
      else resolve({ signal, printed: JSON.parse(out || '{}') as Record<string, unknown> })
    })
  })

const GONE = { holding: [], files: 0, sealed: 0, erased: 2, dated: 2, others: 1, audited: 1, breaks: [] }

describe.skipIf(onMongodb)('an erasure', () => {
  it('killed at any statement has erased all or nothing, and run again it ends', async () => {
    const prepared = path.join(root, 'prepared')
    await run(prepared, 'prepare')
    const copyOf = (name: string) => {
      const dataDir = path.join(root, name)
      cpSync(prepared, dataDir, { recursive: true })
      return dataDir
    }
    const { printed: before } = await run(copyOf('untouched'), 'check')
    expect(before).toMatchObject({ sealed: 1, erased: 0, others: 1, audited: 0, breaks: [] })
    const whole = copyOf('whole')
    const { printed } = await run(whole, 'erase')
    expect(printed['report']).toMatchObject({ receipts: 2, before: 0 })
    expect((await run(whole, 'check')).printed).toEqual(GONE)
    const statements = Number(printed['statements'])
    expect(statements).toBeGreaterThan(8)
    for (let k = 1; k <= statements; k++) {
      const dataDir = copyOf(`at-${k}`)
      expect((await run(dataDir, 'erase', k)).signal, `statement ${k}`).toBe('SIGKILL')
      const { left, ended } = (await run(dataDir, 'resume')).printed as Record<
        string,
        Record<string, unknown>
      >
      // Every record holds what it held, or none does; the file may hold it until it is rewritten.
      const done = left?.['erased'] !== 0
      expect({ ...left, files: 0 }, `statement ${k}`).toEqual(done ? GONE : { ...before, files: 0 })
      expect(ended, `statement ${k}`).toEqual(GONE)
      rmSync(dataDir, { recursive: true })
    }
  }, 1_800_000)
})

import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'

const NEVER = 100_000
/** Every write with VOUCH_KILL=every; else every sixtieth. */
const STEP = process.env['VOUCH_KILL'] === 'every' ? 1 : 60
const root = mkdtempSync(path.join(tmpdir(), 'vouch-sync-killed-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

interface Ended {
  signal: NodeJS.Signals | null
  errors: string
  printed: {
    report: Record<string, unknown>
    documents: string[]
    versions: number
    items: number
    writes: number
  } | null
}

const sync = (dataDir: string, folder: string, at = NEVER): Promise<Ended> =>
  new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [
        '--conditions=production',
        '--import',
        'tsx',
        'test/integration/syncKilled.child.ts',
        folder,
        String(at),
      ],
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
    let [out, errors] = ['', '']
    child.stdout.on('data', (data: Buffer) => (out += data.toString()))
    child.stderr.on('data', (data: Buffer) => (errors += data.toString()))
    child.on('close', (_, signal) =>
      resolve({ signal, errors, printed: out ? (JSON.parse(out) as Ended['printed']) : null }),
    )
  })

const write = (folder: string, name: string, text: string) => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, name), `# ${name.slice(0, 1).toUpperCase()}\n\n${text}\n`)
}

it('killed anywhere in a sync and run again, nothing is lost and nothing is there twice', async () => {
  const [folder, before] = [path.join(root, 'folder'), path.join(root, 'before')]
  for (const name of ['a.md', 'b.md', 'c.md', 'd.md']) write(folder, name, `The rule of ${name}.`)
  const first = await sync(before, folder)
  expect(first.printed, first.errors).toMatchObject({ versions: 4, items: 4 })
  write(folder, 'a.md', 'Another rule.')
  renameSync(path.join(folder, 'b.md'), path.join(folder, 'moved.md'))
  rmSync(path.join(folder, 'c.md'))
  write(folder, 'e.md', 'A new rule.')
  const copyOf = (name: string) => {
    const dataDir = path.join(root, name)
    cpSync(before, dataDir, { recursive: true })
    return dataDir
  }
  const documents = ['a.md v2', 'c.md v1', 'd.md v1', 'e.md v1', 'moved.md v1']
  const whole = await sync(copyOf('whole'), folder)
  expect(whole.printed, whole.errors).toMatchObject({
    report: { created: 1, changed: 1, unchanged: 2, moved: 1, vanished: ['c.md'], failed: [] },
    documents,
    versions: 6,
  })
  const writes = whole.printed?.writes ?? 0
  expect(writes).toBeGreaterThan(12)
  for (let k = 1; k <= writes; k += STEP) {
    const dataDir = copyOf(`at-${k}`)
    expect((await sync(dataDir, folder, k)).signal, `write ${k}`).toBe('SIGKILL')
    const again = await sync(dataDir, folder)
    expect(again.printed, `write ${k} ${again.errors}`).toMatchObject({
      report: { failed: [] },
      documents,
      versions: 6,
    })
    rmSync(dataDir, { recursive: true })
  }
}, 1_200_000)

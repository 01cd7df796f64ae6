import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const READ = `
import { createCrossEncoder } from './src/answer/reader/local/crossEncoder.ts'
const reader = createCrossEncoder({ threads: 1 })
await reader.read({ question: 'Is it free?', windows: [['It is free.']], withinMs: 60_000 })
await reader.close()
process.exit(0)`

it('what runs the models reports nothing to its maker: it makes no id of this machine', async () => {
  const home = mkdtempSync(path.join(tmpdir(), 'vouch-home-'))
  const { ORT_DISABLE_TELEMETRY: _, ...env } = process.env
  await promisify(execFile)(
    process.execPath,
    ['--conditions=production', '--import', 'tsx', '--input-type=module', '--eval', READ],
    { env: { ...env, HOME: home, XDG_CACHE_HOME: path.join(home, 'cache'), NODE_OPTIONS: '' } },
  )
  const left = readdirSync(home, { recursive: true }).map(String)
  expect(left.filter((file) => /microsoft|onnxruntime/i.test(file))).toEqual([])
  rmSync(home, { recursive: true, force: true })
}, 60_000)

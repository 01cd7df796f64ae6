import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

/** Runs the project's own rules over a small tree with its layout. */
const cruise = (files: Record<string, string>): { status: number | null; output: string } => {
  const root = mkdtempSync(path.join(tmpdir(), 'vouch-imports-'))
  try {
    copyFileSync('tsconfig.json', path.join(root, 'tsconfig.json'))
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
      writeFileSync(path.join(root, file), text)
    }
    const bin = path.resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
    const config = path.resolve('.dependency-cruiser.cjs')
    const folders = [...new Set(Object.keys(files).map((file) => file.split('/')[0] ?? ''))]
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, '--config', config, ...folders], {
      cwd: root,
      encoding: 'utf8',
    })
    return { status, output: stdout + stderr }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

const B = 'export const b = 1\n'

describe('import directions', () => {
  it('lets answer import retrieval', () => {
    const { status } = cruise({
      'src/answer/a.ts': "export { b } from '../retrieval/b'\n",
      'src/retrieval/b.ts': B,
    })
    expect(status).toBe(0)
  })

  it.each([
    ['governance-imports-no-room', 'src/governance/a.ts', '../answer/b', 'src/answer/b.ts'],
    ['retrieval-imports-no-room', 'src/retrieval/a.ts', '../governance/b', 'src/governance/b.ts'],
    ['collections-never-import-ingestion', 'collections/a.ts', '../ingestion/b', 'ingestion/b.ts'],
    ['nothing-imports-evals-scripts-test', 'src/answer/a.ts', '../../evals/b', 'evals/b.ts'],
    ['only-deps-reads-settings', 'src/answer/a.ts', '../env', 'src/env.ts'],
  ])('refuses a planted violation of %s', (rule, from, specifier, to) => {
    const { status, output } = cruise({ [from]: `export { b } from '${specifier}'\n`, [to]: B })
    expect(output).toContain(rule)
    expect(status).not.toBe(0)
  })

  it('refuses an import that resolves to nothing', () => {
    const { status, output } = cruise({ 'src/answer/a.ts': "export { b } from './nowhere'\n" })
    expect(output).toContain('could-not-resolve')
    expect(status).not.toBe(0)
  })
})

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

  const PLANTED = [
    ['governance-imports-no-room', 'src/governance/a.ts', '../answer/b', 'src/answer/b.ts'],
    ['retrieval-imports-no-room', 'src/retrieval/a.ts', '../governance/c', 'src/governance/c.ts'],
    ['collections-never-import-ingestion', 'collections/a.ts', '../ingestion/b', 'ingestion/b.ts'],
    [
      'only-the-configuration-imports-collections',
      'src/http/g.ts',
      '../../collections/c',
      'collections/c.ts',
    ],
    ['only-the-configuration-imports-collections', 'scripts/h.ts', '../collections/d', 'collections/d.ts'],
    ['records-imports', 'src/records/a.ts', '../commands/b', 'src/commands/b.ts'],
    ['ingestion-imports', 'ingestion/a.ts', '../collections/e', 'collections/e.ts'],
    ['commands-import-no-face', 'src/commands/c.ts', '../http/b', 'src/http/b.ts'],
    ['nothing-imports-evals-scripts-test', 'src/answer/d.ts', '../../evals/b', 'evals/b.ts'],
    ['only-deps-reads-settings', 'src/answer/e.ts', '../env', 'src/env.ts'],
    ['could-not-resolve', 'src/answer/f.ts', './nowhere', null],
  ] as const

  it('refuses each planted violation, and names where it stands', () => {
    const planted = PLANTED.flatMap(([, from, specifier, to]) => [
      [from, `export { b } from '${specifier}'\n`],
      ...(to ? [[to, B]] : []),
    ])
    const { status, output } = cruise({
      ...(Object.fromEntries(planted) as Record<string, string>),
      'src/gaps/round.ts': "import type { About } from './about'\nexport type Round = About[]\n",
      'src/gaps/about.ts': "import type { Round } from './round'\nexport interface About { of: Round }\n",
    })
    // A circle of types alone is one too.
    expect(output).toMatch(/no-cycles: src\/gaps\/(round|about)\.ts/)
    for (const [rule, from] of PLANTED) expect(output).toMatch(new RegExp(`${rule}: ${from} `))
    expect(status).not.toBe(0)
  })
})

import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// Payload's rich text ends Node 20 silently without this condition (docs/adr/0003).
const execArgv = ['--conditions=production']

const at = (file: string) => new URL(file, import.meta.url).pathname
// Projects do not inherit the root's: each needs its own.
const resolve = { alias: { '@payload-config': at('./payload.config.ts'), '@/': at('./src/') } }

/** What takes minutes: broken in on purpose, page by page, again and again (`npm run test:all`). */
const long = process.env['VOUCH_LONG'] ? [] : ['**/*.long.test.ts']

/** One after the other; a browser waits often, so its tests run beside those of the commands. */
const ORDER = ['unit', 'contract', 'integration', 'faults']

/** Without durations of an earlier run Vitest begins with the largest files; these take long, and would be alone at the end. */
const TAKE_LONG = ['goldenSet', 'e2e/admin', 'e2e/story', 'edge.test']

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const takesLong = ({ moduleId }: TestSpecification) => TAKE_LONG.some((name) => moduleId.includes(name))
    return (await super.sort(files)).toSorted((a, b) => Number(takesLong(b)) - Number(takesLong(a)))
  }
}

const project = (name: string, extra: Record<string, unknown> = {}) => ({
  resolve,
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    exclude: long,
    environment: 'node',
    pool: 'forks' as const,
    execArgv,
    maxWorkers: 2,
    sequence: { groupOrder: ORDER.indexOf(name) },
    testTimeout: 30_000,
    hookTimeout: 120_000,
    ...extra,
  },
})

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      project('unit', { isolate: false, setupFiles: ['test/unit/setup.ts'] }),
      project('contract', { isolate: false }),
      project('integration', {
        isolate: false,
        globalSetup: ['test/integration/template.ts'],
        setupFiles: ['test/integration/freshModules.ts'],
      }),
      project('faults', { testTimeout: 1_800_000 }),
      project('e2e', {
        globalSetup: ['test/e2e/theHouse.ts'],
        sequence: { groupOrder: ORDER.indexOf('integration') },
        // A browser on a busy machine; what fails twice is wrong.
        retry: 1,
        testTimeout: 120_000,
        hookTimeout: 400_000,
      }),
    ],
  },
})

import { defineConfig } from 'vitest/config'

// Payload's rich text ends Node 20 silently without this condition (docs/adr/0003).
const execArgv = ['--conditions=production']

const at = (file: string) => new URL(file, import.meta.url).pathname
// Projects do not inherit the root's: each needs its own.
const resolve = { alias: { '@payload-config': at('./payload.config.ts'), '@/': at('./src/') } }

/** What takes minutes: broken in on purpose, page by page, again and again (`npm run test:all`). */
const long = process.env['VOUCH_LONG'] ? [] : ['**/*.long.test.ts']

/** One after the other; a browser waits often, so its tests run beside those of the commands. */
const ORDER = ['unit', 'contract', 'integration', 'faults']

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
    projects: [
      project('unit', { isolate: false }),
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
        testTimeout: 120_000,
        hookTimeout: 400_000,
      }),
    ],
  },
})

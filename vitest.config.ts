import { defineConfig } from 'vitest/config'

// Payload's rich text ends Node 20 silently without this condition (docs/adr/0003).
const execArgv = ['--conditions=production']

const at = (file: string) => new URL(file, import.meta.url).pathname
// Projects do not inherit the root's: each needs its own.
const resolve = { alias: { '@payload-config': at('./payload.config.ts'), '@/': at('./src/') } }

const project = (name: string, extra: Record<string, unknown> = {}) => ({
  resolve,
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    environment: 'node',
    pool: 'forks' as const,
    execArgv,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    ...extra,
  },
})

export default defineConfig({
  test: {
    projects: [
      project('unit'),
      project('contract'),
      project('integration', { maxWorkers: 2 }),
      project('e2e', { maxWorkers: 1, fileParallelism: false, testTimeout: 120_000, hookTimeout: 400_000 }),
    ],
  },
})

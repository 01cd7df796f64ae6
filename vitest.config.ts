import { defineConfig } from 'vitest/config'

// Payload's rich text ends Node 20 silently without this condition (docs/adr/0003).
const execArgv = ['--conditions=production']

const project = (name: string, extra: Record<string, unknown> = {}) => ({
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
  resolve: { alias: { '@payload-config': new URL('./payload.config.ts', import.meta.url).pathname } },
  test: {
    projects: [
      project('unit'),
      project('contract'),
      project('integration', { maxWorkers: 2 }),
      project('e2e', { maxWorkers: 1, fileParallelism: false, testTimeout: 120_000, hookTimeout: 400_000 }),
    ],
  },
})

import { vi } from 'vitest'

const shared = globalThis as { vouchTestEnv?: NodeJS.ProcessEnv }
const first = (shared.vouchTestEnv ??= { ...process.env })

// One process runs many files. What is not ours stays loaded, which is most of what a file’s start costs; our modules and the
// environment begin anew with each.
for (const name of Object.keys(process.env)) if (!(name in first)) delete process.env[name]
Object.assign(process.env, first)
vi.resetModules()

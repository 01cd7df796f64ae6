import path from 'node:path'

/** What of Vitest's worker is used: the modules that it has evaluated. */
interface Evaluated {
  id: string
  file: string
  imports: Set<string>
  importers: Set<string>
  evaluated: boolean
  promise?: unknown
  exports?: unknown
}

const shared = globalThis as {
  vouchTestEnv?: NodeJS.ProcessEnv
  __vitest_worker__?: { evaluatedModules: { idToModuleMap: Map<string, Evaluated> } }
}
const first = (shared.vouchTestEnv ??= { ...process.env })

/** What is read from the environment when it is loaded, or holds an installation. */
const OF_AN_INSTALLATION = ['payload.config.ts', 'src/env.ts', 'src/deps.ts', 'test/'].map((at) =>
  path.resolve(import.meta.dirname, '../..', at),
)

// One process runs many files. The environment begins anew with each, and with it what holds an installation or imports what
// does; the rest, such as the patterns of triggers, stays loaded and warm, which is most of what a file’s start costs.
for (const name of Object.keys(process.env)) if (!(name in first)) delete process.env[name]
Object.assign(process.env, first)
forgetInstallation([...(shared['__vitest_worker__']?.evaluatedModules.idToModuleMap.values() ?? [])])

function forgetInstallation(modules: readonly Evaluated[]): void {
  const importers = new Map<string, Evaluated[]>()
  for (const module of modules)
    for (const id of module.imports) importers.set(id, [...(importers.get(id) ?? []), module])
  const forgotten = new Set(
    modules.filter(({ file }) => OF_AN_INSTALLATION.some((at) => file === at || file.startsWith(at))),
  )
  for (const { id } of forgotten) for (const importer of importers.get(id) ?? []) forgotten.add(importer)
  for (const module of forgotten) {
    module.promise = undefined
    module.exports = undefined
    module.evaluated = false
    module.importers.clear()
  }
}

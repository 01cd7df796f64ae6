import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'
import { CRUISED } from './cruised'

/** A module of the house and what of the house it imports. */
export interface HouseModule {
  file: string
  imports: { file: string; atFirstUse: boolean }[]
}

const cruisedSchema = z.object({
  modules: z.array(
    z.object({
      source: z.string(),
      dependencies: z.array(z.object({ resolved: z.string(), dependencyTypes: z.array(z.string()) })),
    }),
  ),
})

const MOST_BYTES = 512 * 1024 * 1024

/** Every module that dependency-cruiser finds, types counted, libraries left out. */
export async function readModules(): Promise<HouseModule[]> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'json',
      ...CRUISED,
    ],
    { maxBuffer: MOST_BYTES },
    // It ends with the number of violations, and has printed all the same.
  ).catch((error: Error & { stdout?: string }) => {
    if (error.stdout) return { stdout: error.stdout }
    throw error
  })
  const { modules } = cruisedSchema.parse(JSON.parse(stdout))
  const house = new Set(modules.map(({ source }) => source).filter(isOurs))
  return modules
    .filter(({ source }) => house.has(source))
    .map(({ source, dependencies }) => ({
      file: source,
      imports: dependencies
        .filter(({ resolved }) => house.has(resolved))
        .map(({ resolved, dependencyTypes }) => ({
          file: resolved,
          atFirstUse: dependencyTypes.includes('dynamic-import'),
        })),
    }))
}

const OURS = new RegExp(`^(${CRUISED.map((root) => root.replaceAll('.', '\\.')).join('|')})(/|$)`)

function isOurs(file: string): boolean {
  return OURS.test(file)
}

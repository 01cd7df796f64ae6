import { afterAll } from 'vitest'
import type { SourceItem } from '../../ingestion/connectors/types'
import { DEFAULT_LIMITS, loadItems, type LoadLimits, type LoadedFile } from '../../ingestion/load'
import { createSandbox } from '../../ingestion/sandbox/sandbox'
import { sandboxedLoaders } from '../../ingestion/sandbox/sandboxedLoaders'
import { collect } from './loadersSetup'

/** The loaders in their child process, for one test file; it ends with the file. */
export function useSandbox() {
  const sandbox = createSandbox()
  const loaders = sandboxedLoaders(sandbox)
  afterAll(() => sandbox.close())

  /** Loads files, and tells how much of the processor this process took for it. */
  const load = async (files: Record<string, Uint8Array>, given: Partial<LoadLimits> = {}) => {
    const limits = { ...DEFAULT_LIMITS, ...given }
    const items = (async function* () {
      for (const [key, bytes] of Object.entries(files)) yield await Promise.resolve(itemOf(key, bytes))
    })()
    const before = process.cpuUsage()
    const loaded = await collect(loadItems({ items, loaders, limits }))
    const { user, system } = process.cpuUsage(before)
    return { loaded, usedMs: (user + system) / 1_000 }
  }
  return { loaders, load }
}

export const bytesOf = (text: string) => new TextEncoder().encode(text)

const itemOf = (key: string, bytes: Uint8Array): SourceItem => ({
  key,
  location: `/nowhere/${key}`,
  extension: key.slice(key.lastIndexOf('.')),
  fetch: () => Promise.resolve(bytes),
})

export const documentsOf = (file: LoadedFile | undefined) => (file?.outcome === 'read' ? file.documents : [])
export const failureOf = (file: LoadedFile | undefined) =>
  file?.outcome === 'read' ? file.failures[0] : undefined

/** What parses is another process: this one starts it, sends and receives. */
export const USED_MS = 1_000

import type { Deps } from '../deps'
import type { ImportReport } from './importReport'
import { sourceAt } from './sources'
import type { SyncOptions } from './sync/run'
import { syncSource } from './syncSource'

/**
 * Imports a file or folder as a source: each document becomes a draft (or a new version of the draft it became last time),
 * and, with an approver, is signed and published.
 * @throws as syncSource does; {LoadError} when there is nothing at the path.
 */
export const importDocuments = async (
  deps: Deps,
  { path, ...options }: SyncOptions & { path: string },
): Promise<ImportReport> => syncSource(deps, await sourceAt(deps.payload, path), options)

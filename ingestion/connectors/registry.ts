import type { SourceKind } from '../../src/vocabulary'
import { listFolder } from './folder'
import type { Connector } from './types'

/** What lists a source, by its kind. */
export const CONNECTORS: Partial<Record<SourceKind, Connector>> = { file: listFolder, folder: listFolder }

/** What a location probably is; a path is taken for a folder's. */
export const kindOf = (_location: string): SourceKind => 'folder'

import type { Command } from 'commander'
import { readSources } from '../../src/commands/sources'
import { getDeps } from '../../src/deps'
import { counted } from '../../src/vocabulary'
import { print, withJson } from '../output'

export const addSourcesCommand = (program: Command): void => {
  withJson(program.command('sources'))
    .description('where texts come from, and what their last sync said')
    .action(async (_: unknown, command: Command) => {
      const { payload } = await getDeps()
      const sources = (await readSources(payload)).map((source) => ({
        id: source.id,
        name: source.name,
        kind: source.kind,
        location: source.location,
        syncEvery: source.syncEvery,
        state: source.syncingSince ? 'syncing' : (source.lastSyncState ?? 'never synced'),
        lastSyncedAt: source.lastSyncedAt ?? null,
        items: source.items ?? 0,
        documents: source.documents ?? 0,
        failed: source.failed ?? 0,
        vanished: source.vanished ?? 0,
        conflicts: source.conflicts ?? 0,
        error: source.lastError ?? null,
      }))
      print(command, { sources }, () =>
        sources.length
          ? sources.map(inWords).join('\n')
          : 'No sources. npm run -s vouch -- ingest PATH-OR-URL adds one.',
      )
    })
}

interface Line {
  name: string
  kind: string
  location: string
  state: string
  lastSyncedAt: string | null
  items: number
  documents: number
  failed: number
  vanished: number
  conflicts: number
  error: string | null
}

const inWords = (source: Line): string => {
  const { name, kind, location, state, lastSyncedAt, error, ...counts } = source
  const notable = (['failed', 'vanished', 'conflicts'] as const)
    .filter((key) => counts[key])
    .map(
      (key) => `, ${counts[key]} ${key === 'vanished' ? 'gone' : key === 'conflicts' ? 'in conflict' : key}`,
    )
  return [
    `${name}  (${kind} ${location})`,
    `  ${state}${lastSyncedAt ? `, ${lastSyncedAt}` : ''}: ${counted(counts.items, 'item')}, ${counted(counts.documents, 'text')}${notable.join('')}`,
    ...(error ? [`  ${error}`] : []),
  ].join('\n')
}

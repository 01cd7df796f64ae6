import { circlesIn } from './circles'
import type { HouseModule } from './readModules'

export interface Structure {
  modules: number
  /** Groups of modules that import each other, type-only imports counted. */
  circles: string[][]
  /** The same, with imports that are made at first use. */
  circlesAtFirstUse: string[][]
  /** By room, how many of its modules import something of collections/; payload.config.ts may. */
  importersOfCollections: Record<string, string[]>
  /** Each import of collections/ from outside, by what is imported: the most wanted first. */
  takenFromCollections: [file: string, importers: number][]
}

const COLLECTIONS = 'collections/'
const MAY_IMPORT_COLLECTIONS = 'payload.config.ts'

/** What the large scale of the house looks like. */
export function measureStructure(modules: readonly HouseModule[]): Structure {
  const outside = modules.filter(
    ({ file }) => !file.startsWith(COLLECTIONS) && file !== MAY_IMPORT_COLLECTIONS,
  )
  const imports = outside.flatMap(({ file, imports: all }) =>
    [...new Set(all.map((each) => each.file))]
      .filter((each) => each.startsWith(COLLECTIONS))
      .map((taken) => ({ file, taken })),
  )
  return {
    modules: modules.length,
    circles: circlesIn(graphOf(modules, false)),
    circlesAtFirstUse: circlesIn(graphOf(modules, true)),
    importersOfCollections: byRoom([...new Set(imports.map(({ file }) => file))]),
    takenFromCollections: countEach(imports.map(({ taken }) => taken)),
  }
}

function graphOf(modules: readonly HouseModule[], atFirstUse: boolean): Map<string, string[]> {
  return new Map(
    modules.map(({ file, imports }) => [
      file,
      imports.filter((each) => atFirstUse || !each.atFirstUse).map((each) => each.file),
    ]),
  )
}

function byRoom(files: readonly string[]): Record<string, string[]> {
  const rooms: Record<string, string[]> = {}
  for (const file of files) {
    const room = file.split('/')[0] ?? file
    rooms[room] = [...(rooms[room] ?? []), file]
  }
  return rooms
}

function countEach(files: readonly string[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const file of files) counts.set(file, (counts.get(file) ?? 0) + 1)
  return [...counts].toSorted(([a, most], [b, more]) => more - most || a.localeCompare(b))
}

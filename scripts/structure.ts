/** `npm run structure`: the large scale of the house in numbers, to see whether a change made it better. */
import { measureStructure, type Structure } from './structure/measure'
import { quotedRoles, readHouse } from './structure/quotedRoles'
import { readModules } from './structure/readModules'

const structure = measureStructure(await readModules())
console.log(
  [
    ...formatStructure(structure),
    ...formatList('roles named outside governance/permissions.ts', quotedRoles(readHouse())),
  ].join('\n'),
)

function formatStructure({
  modules,
  circles,
  circlesAtFirstUse,
  importersOfCollections,
  takenFromCollections,
}: Structure): string[] {
  const importers = Object.entries(importersOfCollections)
  const all = importers.reduce((sum, [, files]) => sum + files.length, 0)
  return [
    line(modules, 'modules'),
    ...formatList('circles, type-only ones counted', circles.map(circleWords)),
    ...formatList('circles, imports at first use counted', circlesAtFirstUse.map(circleWords)),
    line(all, 'modules outside payload.config.ts that import collections/'),
    ...importers.map(([room, files]) => `${' '.repeat(8)}${room}: ${files.length}`),
    ...formatList(
      'files of collections/ that they import',
      takenFromCollections.map(([file, count]) => `${file} ${count}`),
    ),
  ]
}

function circleWords(files: readonly string[]): string {
  return `${files.length} modules: ${files.slice(0, 4).join(', ')}${files.length > 4 ? ' …' : ''}`
}

function formatList(title: string, lines: readonly string[]): string[] {
  return [line(lines.length, title), ...lines.map((each) => `${' '.repeat(8)}${each}`)]
}

function line(count: number, words: string): string {
  return `${String(count).padStart(6)}  ${words}`
}

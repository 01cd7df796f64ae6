import { expect, it } from 'vitest'
import { measureStructure } from '../../scripts/structure/measure'

const module = (file: string, imports: string[], atFirstUse: string[] = []) => ({
  file,
  imports: [
    ...imports.map((each) => ({ file: each, atFirstUse: false })),
    ...atFirstUse.map((each) => ({ file: each, atFirstUse: true })),
  ],
})

it('a circle is every module that comes back to itself, and nothing that only leads into one', () => {
  const { circles, circlesAtFirstUse, modules } = measureStructure([
    module('src/a.ts', ['src/b.ts']),
    module('src/b.ts', ['src/c.ts', 'src/far.ts']),
    module('src/c.ts', ['src/a.ts']),
    module('src/into.ts', ['src/a.ts']),
    module('src/far.ts', [], ['src/into.ts']),
    module('src/self.ts', ['src/self.ts']),
  ])
  const sorted = (groups: string[][]) => groups.map((group) => group.toSorted())
  expect(modules).toBe(6)
  expect(sorted(circles)).toEqual([['src/a.ts', 'src/b.ts', 'src/c.ts'], ['src/self.ts']])
  expect(sorted(circlesAtFirstUse)[0]).toEqual([
    'src/a.ts',
    'src/b.ts',
    'src/c.ts',
    'src/far.ts',
    'src/into.ts',
  ])
})

it('who imports collections is counted by room, the configuration and collections themselves left out', () => {
  const { importersOfCollections, takenFromCollections } = measureStructure([
    module('payload.config.ts', ['collections/Gaps.ts']),
    module('collections/Gaps.ts', ['collections/fields/id.ts']),
    module('collections/fields/id.ts', []),
    module('src/a.ts', ['collections/fields/id.ts', 'collections/Gaps.ts']),
    module('scripts/b.ts', ['collections/Gaps.ts']),
  ])
  expect(importersOfCollections).toEqual({ src: ['src/a.ts'], scripts: ['scripts/b.ts'] })
  expect(takenFromCollections).toEqual([
    ['collections/Gaps.ts', 2],
    ['collections/fields/id.ts', 1],
  ])
})

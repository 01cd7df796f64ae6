import { importDocuments } from '../../src/commands/importDocuments'
import { importerUser } from '../../src/commands/importerUser'
import { closeDeps, getDeps } from '../../src/deps'
import { dieAtWrite } from './dieAtWrite'

/**
 * A process that syncKilled.long.test.ts starts: imports a folder, dead before the K-th write. Prints the report, what is in the
 * database, and how many writes there were when it lived to the end.
 */
const [folder = '', at] = process.argv.slice(2)

const deps = await getDeps()
const { payload } = deps
const importer = await importerUser(payload)
const written = dieAtWrite(deps, Number(at))
const { created, changed, unchanged, moved, vanished, failed } = await importDocuments(deps, {
  path: folder,
  importer,
})
const writes = written()
const all = { depth: 0, pagination: false } as const
const { docs } = await payload.find({ collection: 'policies', ...all })
const { totalDocs: versions } = await payload.countVersions({ collection: 'policies' })
const { totalDocs: items } = await payload.count({ collection: 'source-items' })
const result = {
  report: { created, changed, unchanged, moved, vanished, failed },
  documents: docs.map(({ sourceKey, version }) => `${sourceKey} v${version}`).sort(),
  versions,
  items,
  writes,
}
process.stdout.write(`${JSON.stringify(result)}\n`)
await closeDeps()
process.exit()

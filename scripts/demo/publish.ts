import path from 'node:path'
import { loadManifest } from '../../demo/manifest'
import type { Bot } from '../../payload-types'
import { importDocuments } from '../../src/commands/importDocuments'
import { importerUser } from '../../src/commands/importerUser'
import type { Deps } from '../../src/deps'
import { drainJobs } from '../../src/worker'
import { importDemoCorpus } from './importDemoCorpus'
import { seedDemo } from './seedDemo'

const DEMO = path.join(import.meta.dirname, '../../demo')

/** The demo's corpus signed and in force in an empty installation. @returns its bot. */
export const publishDemo = async (deps: Deps): Promise<Bot> => {
  const manifest = await loadManifest(DEMO)
  const people = await seedDemo(deps, manifest)
  await importDemoCorpus(deps, { directory: DEMO, manifest, people })
  await drainJobs({ payload: deps.payload, databaseUri: deps.env.databaseUri })
  return people.bot
}

/** A folder's documents, signed and in force in an empty installation. @returns a bot that tells the public. */
export const publishFolder = async (deps: Deps, folder: string): Promise<Bot> => {
  const { payload, env } = deps
  const people = await seedDemo(deps, await loadManifest(DEMO))
  await importDocuments(deps, {
    path: folder,
    importer: await importerUser(payload),
    approver: people.approver,
  })
  await drainJobs({ payload, databaseUri: env.databaseUri })
  return people.bot
}

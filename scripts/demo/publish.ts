import path from 'node:path'
import { loadManifest } from '../../demo/manifest'
import type { Bot, User } from '../../payload-types'
import { importDocuments } from '../../src/commands/importDocuments'
import { importerUser } from '../../src/commands/importerUser'
import { readGoverned } from '../../src/commands/governedDocument'
import { transitionDocument } from '../../src/commands/transitionDocument'
import type { Deps } from '../../src/deps'
import { drainJobs } from '../../src/worker'
import { importDemoCorpus } from './importDemoCorpus'
import { seedDemo } from './seedDemo'

const DEMO = path.join(import.meta.dirname, '../../demo')

/** The demo's corpus signed and in force in an empty installation. @returns its bot, and who signs. */
export const publishDemo = async (deps: Deps): Promise<{ bot: Bot; approver: User }> => {
  const manifest = await loadManifest(DEMO)
  const people = await seedDemo(deps, manifest)
  await importDemoCorpus(deps, { directory: DEMO, manifest, people })
  await drainJobs({ payload: deps.payload, databaseUri: deps.env.databaseUri })
  return people
}

/** A folder's documents, signed and in force in an empty installation. @returns a bot that tells the public, and who signs. */
export const publishFolder = async (deps: Deps, folder: string): Promise<{ bot: Bot; approver: User }> => {
  const people = await seedDemo(deps, await loadManifest(DEMO))
  await publishInto(deps, { folder, approver: people.approver })
  return people
}

/** Withdraws the policy of this title, with all that follows from it. */
export async function withdrawPolicy(
  deps: Deps,
  { title, approver }: { title: string; approver: User },
): Promise<void> {
  const { docs } = await deps.payload.find({
    collection: 'policies',
    where: { title: { equals: title } },
    depth: 0,
    limit: 1,
  })
  const on = { collection: 'policies', id: docs[0]?.id ?? title } as const
  const { document } = await readGoverned({ payload: deps.payload, ...on })
  await transitionDocument(
    { ...deps, user: approver },
    { ...on, transition: 'withdraw', expectedVersion: document.version, comment: 'Taken back.' },
  )
  await drainJobs({ payload: deps.payload, databaseUri: deps.env.databaseUri })
}

/** A folder's documents, signed and in force beside what is there, with all that follows from it. */
export const publishInto = async (
  deps: Deps,
  { folder, approver }: { folder: string; approver: User },
): Promise<void> => {
  const { payload, env } = deps
  await importDocuments(deps, { path: folder, importer: await importerUser(payload), approver })
  await drainJobs({ payload, databaseUri: env.databaseUri })
}

import { randomBytes } from 'node:crypto'
import type { DemoManifest } from '../../demo/manifest'
import type { Bot, User } from '../../payload-types'
import { createBotKey } from '../../src/commands/botKeys'
import type { Deps } from '../../src/deps'
import type { Role } from '../../src/vocabulary'
import { readDemoAccess, writeDemoAccess, type DemoAccess } from './demoAccess'

export interface DemoPeople {
  author: User
  approver: User
  compliance: User
  bot: Bot
  access: DemoAccess
}

const PEOPLE: { login: string; name: string; roles: Role[] }[] = [
  { login: 'author', name: 'Ines Calloway', roles: ['author'] },
  { login: 'approver', name: 'Rory Tennant', roles: ['approver'] },
  { login: 'compliance', name: 'Dervla Quist', roles: ['compliance'] },
  { login: 'qa', name: 'Sam Okoro', roles: ['qa'] },
  { login: 'agent', name: 'Noor Haddad', roles: ['agent'] },
  { login: 'admin', name: 'Maud Ferris', roles: ['admin'] },
]
const DOMAIN = 'ottermoor.example'
const BOT = 'Website assistant'

/** Makes the demo's people, topics and bot, unless they are there. */
export const seedDemo = async (deps: Deps, manifest: DemoManifest): Promise<DemoPeople> => {
  const known = readDemoAccess(deps.env.dataDir)
  const password = known?.password ?? randomBytes(9).toString('base64url')
  const users = new Map<string, User>()
  for (const person of PEOPLE) users.set(person.login, await findOrCreateUser(deps, { ...person, password }))
  await seedTopics(deps, { manifest, lead: need(users, 'approver'), compliance: need(users, 'compliance') })
  const bot = await findOrCreateBot(deps)
  const admin = need(users, 'admin')
  const access: DemoAccess = known ?? {
    password,
    key: await createBotKey({ payload: deps.payload, user: admin }, bot.id),
    people: PEOPLE.map(({ login, name, roles }) => ({ email: `${login}@${DOMAIN}`, name, roles })),
  }
  if (!known) writeDemoAccess(deps.env.dataDir, access)
  return {
    author: need(users, 'author'),
    approver: need(users, 'approver'),
    compliance: need(users, 'compliance'),
    bot,
    access,
  }
}

const need = (users: ReadonlyMap<string, User>, login: string): User => {
  const user = users.get(login)
  if (!user) throw new Error(`The demo has no ${login}.`)
  return user
}

const findOrCreateUser = async (
  { payload }: Deps,
  { login, name, roles, password }: { login: string; name: string; roles: Role[]; password: string },
): Promise<User> => {
  const email = `${login}@${DOMAIN}`
  const { docs } = await payload.find({
    collection: 'users',
    where: { email: { equals: email } },
    depth: 0,
    limit: 1,
  })
  return docs[0] ?? payload.create({ collection: 'users', data: { email, name, roles, password } })
}

const seedTopics = async (
  { payload }: Deps,
  { manifest, lead, compliance }: { manifest: DemoManifest; lead: User; compliance: User },
): Promise<void> => {
  for (const { name, slug, queue, takesOver, alwaysToPerson } of manifest.topics) {
    const { totalDocs } = await payload.count({ collection: 'topics', where: { slug: { equals: slug } } })
    if (!totalDocs)
      await payload.create({
        collection: 'topics',
        data: {
          name,
          slug,
          queue,
          takesOver,
          escalate: alwaysToPerson,
          lead: lead.id,
          approvers: [lead.id, compliance.id],
        },
      })
  }
}

const findOrCreateBot = async ({ payload }: Deps): Promise<Bot> => {
  const { docs } = await payload.find({
    collection: 'bots',
    where: { name: { equals: BOT } },
    depth: 0,
    limit: 1,
  })
  return (
    docs[0] ??
    payload.create({
      collection: 'bots',
      data: {
        name: BOT,
        enabled: true,
        audiences: ['public', 'customer'],
        channels: ['web', 'chat'],
        locales: ['en-GB'],
        scopes: ['answer', 'explain', 'read:receipts', 'read:gaps'],
        requestsPerMinute: 600,
      },
    })
  )
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Payload } from 'payload'
import { z } from 'zod'
import { hasLeft } from '../../src/records/hasLeft'
import { findBotByKey } from '../../src/commands/botKeys'
import { ROLES } from '../../src/vocabulary'
import { DEMO_ACCESS, DEMO_QUESTION } from './accessFile'

const accessSchema = z.object({
  password: z.string(),
  key: z.string(),
  people: z.array(z.object({ email: z.string(), name: z.string(), roles: z.array(z.enum(ROLES)) })),
})
/** How to get in: kept beside the database, readable by its owner alone. */
export type DemoAccess = z.infer<typeof accessSchema>

const fileOf = (dataDir: string): string => path.join(dataDir, DEMO_ACCESS)

/** Null where no demo was made. */
export const readDemoAccess = (dataDir: string): DemoAccess | null =>
  existsSync(fileOf(dataDir)) ? accessSchema.parse(JSON.parse(readFileSync(fileOf(dataDir), 'utf8'))) : null

/** Keeps it for the next start. */
export const writeDemoAccess = (dataDir: string, access: DemoAccess): void =>
  writeFileSync(fileOf(dataDir), JSON.stringify(access, null, 2), { mode: 0o600 })

/** What of the demo's access still opens something. */
export interface OpenDemoAccess extends Omit<DemoAccess, 'key'> {
  /** Null once it was revoked, or its bot is off. */
  key: string | null
}

/** The demo's people who still have its password, and its key while it answers; null when neither is left. */
export const openDemoAccess = async (payload: Payload, dataDir: string): Promise<OpenDemoAccess | null> => {
  const access = readDemoAccess(dataDir)
  if (!access) return null
  const { docs: users } = await payload.find({
    collection: 'users',
    where: { email: { in: access.people.map(({ email }) => email) } },
    depth: 0,
    pagination: false,
  })
  const { docs: changes } = await payload.find({
    collection: 'audit-log',
    where: {
      and: [
        { action: { in: ['user.password_changed', 'user.password_reset'] } },
        { subjectId: { in: users.map(({ id }) => id) } },
      ],
    },
    depth: 0,
    pagination: false,
  })
  const changed = new Set(changes.map(({ subjectId }) => subjectId))
  const open = new Set(
    users.filter((user) => !hasLeft(user) && !changed.has(user.id)).map(({ email }) => email),
  )
  const people = access.people.filter(({ email }) => open.has(email))
  const key = (await findBotByKey(payload, access.key)) ? access.key : null
  return people.length || key ? { password: access.password, people, key } : null
}

/** Where things are, who signs in, and what to ask. @param url where the server is. */
export const formatDemoAccess = ({ people, password, key }: OpenDemoAccess, url: string): string =>
  [
    '',
    `Admin      ${url}/admin`,
    `API        ${url}/api/v1/answer   (contract: ${url}/api/v1/openapi.json)`,
    ...(people.length
      ? [
          '',
          `Sign in as, each with the password ${password}`,
          ...people.map(({ email, name, roles }) => `  ${email.padEnd(26)} ${name}, ${roles.join(' and ')}`),
        ]
      : []),
    ...(key
      ? [
          '',
          'Ask as the demo’s bot:',
          `  curl -s ${url}/api/v1/answer -H 'authorization: Bearer ${key}' \\`,
          `    -H 'content-type: application/json' -d '${JSON.stringify({ question: DEMO_QUESTION })}'`,
        ]
      : []),
    '',
  ].join('\n')

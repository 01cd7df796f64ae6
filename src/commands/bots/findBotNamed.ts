import type { Payload, PayloadRequest } from 'payload'
import type { Bot } from '../../../payload-types'
import { NotFoundError } from '../governedDocument'

/** The bot that a person names, by its name or its id. @throws {NotFoundError} */
export async function findBotNamed(payload: Payload, name: string, req?: PayloadRequest): Promise<Bot> {
  const { docs } = await payload.find({
    collection: 'bots',
    where: { or: [{ name: { equals: name } }, { id: { equals: name } }] },
    depth: 0,
    limit: 1,
    ...(req && { req }),
  })
  if (docs[0]) return docs[0]
  throw new NotFoundError(
    `There is no bot “${name}”. npm run -s vouch -- bots lists them; they are made in the admin, under Set-up.`,
  )
}

import type { Payload } from 'payload'
import { idOf } from '../records/content'
import { hasLeft } from '../records/hasLeft'
import type { Notification, User } from '../../payload-types'
import { noticeMail } from '../email/noticeMail'
import { counted } from '../vocabulary'

const DAY_MS = 86_400_000
/** Older ones are not mailed any more: a mail server that is set up later must not send a flood. */
const MAILED_WITHIN_DAYS = 7
/** When the digest goes out, in the server's time. */
const DIGEST_HOUR = 8
/** After a failure a person's mail is tried again after 1, 2, 4 … minutes, at most this many. */
const LONGEST_WAIT_MINUTES = 60

export interface Sent {
  mails: number
  notices: number
  /** People whose mail was not accepted; it is tried again. */
  failed: number
}

/** Whose mail was not accepted how often, and when (epoch ms) it is tried again. Kept between runs by who calls. */
export type MailRetries = Map<string, { failures: number; after: number }>

/**
 * Mails what is to be told and was not read or mailed yet: urgent notices and those of people who chose “at once” one by
 * one, the others' in one digest a day. A notice counts as mailed once the server has accepted it. Never throws for a mail
 * server; run by one process at a time.
 * @param publicUrl what links begin with.
 */
export const sendNotices = async (
  payload: Payload,
  {
    publicUrl,
    now = new Date(),
    retries = new Map(),
  }: { publicUrl: string; now?: Date; retries?: MailRetries },
): Promise<Sent> => {
  const sent: Sent = { mails: 0, notices: 0, failed: 0 }
  for (const { person, notices } of await mailsDue(payload, now)) {
    if ((retries.get(person.id)?.after ?? 0) > now.getTime()) continue
    const problem = await send(payload, { person, notices, publicUrl })
    if (!problem) {
      retries.delete(person.id)
      sent.mails++
      sent.notices += notices.length
      continue
    }
    sent.failed++
    wait(retries, person.id, now)
    // Only this person's mail was refused; or the server is down, and it is down for all.
    if (problem === 'server') break
  }
  return sent
}

const wait = (retries: MailRetries, person: string, now: Date): void => {
  const failures = (retries.get(person)?.failures ?? 0) + 1
  const minutes = Math.min(2 ** (failures - 1), LONGEST_WAIT_MINUTES)
  // A little less than whole minutes, so that the run that is due then does not come just too early.
  retries.set(person, { failures, after: now.getTime() + minutes * 60_000 - 5_000 })
}

interface DueMail {
  person: User
  notices: Notification[]
}

const mailsDue = async (payload: Payload, now: Date): Promise<DueMail[]> => {
  const { docs: people } = await payload.find({ collection: 'users', depth: 0, pagination: false })
  const present = people.filter((person) => !hasLeft(person))
  const sooner = present.filter(({ mail }) => mail !== 'urgent').map(({ id }) => id)
  const { docs } = await payload.find({
    collection: 'notifications',
    where: {
      and: [
        { mailedAt: { exists: false } },
        { readAt: { exists: false } },
        { createdAt: { greater_than: new Date(now.getTime() - MAILED_WITHIN_DAYS * DAY_MS).toISOString() } },
        { createdAt: { less_than_equal: now.toISOString() } },
        { or: [{ urgent: { equals: true } }, { to: { in: sooner } }] },
      ],
    },
    sort: 'createdAt',
    depth: 0,
    pagination: false,
  })
  const cut = lastDigest(now).toISOString()
  return present.flatMap((person) => {
    const own = docs.filter((notice) => idOf(notice.to) === person.id)
    const single = own.filter(({ urgent }) => urgent || person.mail === 'at_once')
    const digest = own.filter((notice) => !single.includes(notice) && notice.createdAt <= cut)
    return [...single.map((notice) => [notice]), digest]
      .filter((notices) => notices.length)
      .map((notices) => ({ person, notices }))
  })
}

/** The latest instant at which digests were to go out. What came since then waits for the next one. */
const lastDigest = (now: Date): Date => {
  const at = new Date(now)
  at.setHours(DIGEST_HOUR, 0, 0, 0)
  if (at > now) at.setDate(at.getDate() - 1)
  return at
}

const send = async (
  payload: Payload,
  { person, notices, publicUrl }: DueMail & { publicUrl: string },
): Promise<'person' | 'server' | null> => {
  try {
    await payload.sendEmail({ to: person.email, ...noticeMail(notices, { name: person.name, publicUrl }) })
  } catch (error) {
    payload.logger.warn({
      msg: `The mail server did not accept ${counted(notices.length, 'notice')} to user ${person.id} (${codeOf(error)}); that is tried again.`,
    })
    const { code } = error as { code?: string }
    return code === 'EENVELOPE' || code === 'EMESSAGE' ? 'person' : 'server'
  }
  const mailedAt = new Date().toISOString()
  for (const { id } of notices)
    await payload.db.updateOne({ collection: 'notifications', id, data: { mailedAt }, req: {} })
  return null
}

/** What went wrong, without the words of the server, which may hold addresses or credentials. */
const codeOf = (error: unknown): string => {
  const { code, responseCode } = error as { code?: string; responseCode?: number }
  return [code, responseCode].filter(Boolean).join(' ') || 'no code'
}

import type { PayloadRequest } from 'payload'
import type { SecondFactor, User } from '../../../payload-types'
import { keyOfEnrolment, stepOfCode } from '../../governance/secondFactor'
import { byCommand } from '../byCommand'
import { notify } from '../notify'
import { recordAudit, SYSTEM } from '../recordAudit'
import { newRecoveryCodes } from './factor'

type Person = Pick<User, 'id' | 'name'>
type Session = NonNullable<User['sessions']>[number]

/**
 * Turns a person’s second factor on, where the code is one of the key that the enrolment offered; in the caller’s transaction.
 * @param sessions those that go on; null: all do.
 * @returns the recovery codes, to be shown once; null for a wrong code.
 */
export async function turnFactorOn(
  req: PayloadRequest,
  o: { person: Person; enrolment: string; code: string; sessions: Session[] | null },
): Promise<string[] | null> {
  const { payload } = req
  const { id } = o.person
  const key = keyOfEnrolment(payload.secret, { person: id, enrolment: o.enrolment })
  const lastStep = stepOfCode(key, { code: o.code, at: Date.now(), after: 0 })
  if (lastStep === null) return null
  const codes = newRecoveryCodes(payload, id)
  await payload.db.create({
    collection: 'second-factors',
    data: {
      id,
      person: id,
      key: payload.encrypt(key),
      lastStep,
      recoveryCodes: codes.hashes,
      since: new Date().toISOString(),
    },
    req,
  })
  await mark(req, { id, secondFactor: true, ...(o.sessions && { sessions: o.sessions }) })
  await tell(req, o.person, {
    action: 'user.second_factor_on',
    actor: o.person,
    title: 'Signing in as you takes a code of your authenticator app from now on',
  })
  return codes.shown
}

/** Turns it off, whoever does it: in the caller’s transaction. The person’s sessions end, but for those that are given. */
export async function turnFactorOff(
  req: PayloadRequest,
  o: { person: Person; actor: Person; action: 'off' | 'reset'; sessions: Session[] },
): Promise<void> {
  const { id } = o.person
  await req.payload.db.deleteMany({ collection: 'second-factors', where: { id: { equals: id } }, req })
  await mark(req, { id, secondFactor: false, sessions: o.sessions })
  await tell(req, o.person, {
    action: o.action === 'off' ? 'user.second_factor_off' : 'user.second_factor_reset',
    actor: o.actor,
    title:
      o.action === 'off'
        ? 'Signing in as you takes no code any more'
        : `${o.actor.id === SYSTEM.id ? 'Whoever runs the server' : o.actor.name} reset your second factor`,
  })
}

/** New recovery codes in place of all that there were; in the caller’s transaction. */
export async function renewRecoveryCodes(
  req: PayloadRequest,
  { person, factor }: { person: Person; factor: SecondFactor },
): Promise<string[]> {
  const codes = newRecoveryCodes(req.payload, person.id)
  await req.payload.db.updateOne({
    collection: 'second-factors',
    id: factor.id,
    data: { ...factor, recoveryCodes: codes.hashes },
    req,
  })
  await tell(req, person, {
    action: 'user.recovery_codes_made',
    actor: person,
    title: 'New recovery codes were made for your account; the old ones count no more',
  })
  return codes.shown
}

/** The account itself says whether there is a factor, and is sealed: one that is taken away in the database is missed. */
async function mark(
  req: PayloadRequest,
  { id, ...data }: Pick<User, 'id'> & Partial<Pick<User, 'secondFactor' | 'sessions'>>,
): Promise<void> {
  await req.payload.update({
    collection: 'users',
    id,
    data,
    context: { [byCommand]: true },
    depth: 0,
    req,
  })
  // Somebody who is only signing in is nobody yet, and their request is to have no such right afterwards.
  if (!req.user) delete req.context[byCommand]
}

/** Recorded, and told to the person at once: whoever did it might not have been them. */
async function tell(
  req: PayloadRequest,
  person: Person,
  { action, actor, title }: { action: string; actor: Person; title: string },
): Promise<void> {
  await recordAudit(req, {
    action,
    actor,
    subject: { collection: 'users', id: person.id, title: person.name },
  })
  await notify(req, {
    to: [person.id],
    kind: 'account',
    title,
    body: 'If it was not you, tell an admin, or compliance, at once.',
    href: '/admin/account',
    key: `${action}:${person.id}:${new Date().toISOString()}`,
    urgent: true,
  })
}

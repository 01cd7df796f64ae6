import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { setUpBy } from '../../governance/accounts'
import { secondPeople, type PersonWithRights } from '../../governance/rights'
import type { Role } from '../../vocabulary'
import { recordAudit } from '../recordAudit'
import { notify } from '../notify'
import { readAccountActs } from './accountActs'
import { readPeopleWithRights } from './peopleWithRights'
import { lostLately } from './lostLately'

export interface AskedRight {
  kind: 'roles' | 'topic' | 'calibration' | 'second_factor'
  /** What is given, in words. */
  title: string
  subjectId: string
  person: string | null
  roles?: readonly Role[]
  /** Where it is confirmed, within the admin. */
  href: string
}

/** Those who could agree to what this person gives; nobody: the person is alone here, and what they give holds at once. */
export const secondPeopleFor = async (
  req: PayloadRequest,
  { asker, about }: { asker: string; about: string | null },
): Promise<PersonWithRights[]> => {
  const people = [...(await readPeopleWithRights(req.payload, req)), ...(await lostLately(req, asker))]
  const now = Date.now()
  const acts = await readAccountActs(req.payload, { accounts: people.map(({ id }) => id), req })
  const made = acts.filter(({ action }) => action === 'user.created')
  const madeLately = people
    .map(({ id }) => id)
    .filter((id) => setUpBy(made, id, { from: now, to: now }).includes(asker))
  return secondPeople(people, { asker, about, madeLately })
}

/** Keeps a right that was given until a second person agrees, and tells those who may, and the person concerned. */
export const askForRight = async (
  req: PayloadRequest,
  {
    right,
    asker,
    second,
  }: { right: AskedRight; asker: { id: string; name: string }; second: readonly PersonWithRights[] },
): Promise<void> => {
  const { href, ...grant } = right
  const id = randomUUID()
  const known = await req.payload.db.findOne({
    collection: 'grants',
    where: {
      and: [
        { state: { equals: 'pending' } },
        { kind: { equals: right.kind } },
        { subjectId: { equals: right.subjectId } },
        { title: { equals: right.title } },
      ],
    },
    req,
  })
  if (known) return
  await req.payload.db.create({
    collection: 'grants',
    data: { id, ...grant, roles: [...(right.roles ?? [])], state: 'pending', askedBy: asker.id },
    req,
  })
  await recordAudit(req, {
    action: 'right.asked',
    actor: asker,
    subject: right.person
      ? { collection: 'users', id: right.person, title: right.title }
      : { collection: 'grants', id, title: right.title },
    detail: { grant: id, kind: right.kind, on: right.subjectId, roles: right.roles ?? [] },
  })
  await notify(req, {
    to: second.map((each) => each.id),
    by: asker.id,
    kind: 'right_to_confirm',
    title: `${right.title}: ${asker.name} asks you to confirm it`,
    href,
    key: `right:${id}`,
  })
  await notify(req, {
    to: [right.person],
    by: asker.id,
    kind: 'right',
    title: `${right.title}, once a second person agrees`,
    body: `${asker.name} asked for it.`,
    href,
    key: `right-asked:${id}`,
  })
}

import type { Payload, TypedUser, Where } from 'payload'
import type { AuditLog, User } from '../../../payload-types'
import { lastVerification, type LastVerification } from '../../commands/audit/verifyByItself'
import { auditDates } from '../../commands/auditDates'
import { checkAuditChain, type ChainCheck } from '../../commands/checkAuditChain'
import { auditHead } from '../../commands/verify/auditTrail'
import { putAside, type PutAside } from '../../records/putAside'
import { ACTION_KINDS, type ActionKind } from './actionWords'

const PER_PAGE = 50
/** A chain of so many rows is walked while the page is made (20 ms per thousand); a longer one when asked for. */
const WALKED_AT_ONCE = 3_000

export interface AuditFilter {
  person: string
  kind: ActionKind | ''
  from: string
  to: string
  about: string
}

type Query = Record<string, string | string[] | undefined>

/** What the address asks for; what cannot be used is left out. */
export const filterOf = (query: Query): AuditFilter => {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name].slice(0, 200).trim() : '')
  const day = (name: string) =>
    /^\d{4}-\d{2}-\d{2}$/.test(text(name)) && !isNaN(Date.parse(text(name))) ? text(name) : ''
  const kind = text('kind')
  return {
    person: text('person'),
    kind: Object.hasOwn(ACTION_KINDS, kind) ? (kind as ActionKind) : '',
    from: day('from'),
    to: day('to'),
    about: text('about'),
  }
}

export interface AuditPage {
  rows: AuditLog[]
  total: number
  pages: number
  people: User[]
  last: number
  /** Null: not walked yet. */
  check: ChainCheck | null
  /** When everything was last verified, by itself; null: not yet. */
  verified: LastVerification | null
  aside: readonly PutAside[]
}

/** One page of the log, the newest first, as this person may read it, and how the chain stands. */
export const readAudit = async ({
  payload,
  user,
  filter,
  page,
}: {
  payload: Payload
  user: TypedUser | undefined
  filter: AuditFilter
  page: number
}): Promise<AuditPage> => {
  const [found, people, head, verified, aside] = await Promise.all([
    payload.find({
      collection: 'audit-log',
      where: whereOf(filter),
      sort: '-seq',
      limit: PER_PAGE,
      page,
      depth: 0,
      ...(user && { user }),
      overrideAccess: false,
    }),
    payload.find({ collection: 'users', sort: 'name', depth: 0, pagination: false }),
    auditHead(payload),
    lastVerification(payload),
    putAside(payload),
  ])
  const last = head?.seq ?? 0
  return {
    rows: found.docs,
    total: found.totalDocs,
    pages: found.totalPages,
    people: people.docs,
    last,
    check: last <= WALKED_AT_ONCE ? await checkAuditChain(payload) : null,
    verified,
    aside,
  }
}

const whereOf = ({ person, kind, from, to, about }: AuditFilter): Where => {
  const dates = auditDates({ from, to })
  return {
    and: [
      person ? { actor: { equals: person } } : {},
      kind ? { or: ACTION_KINDS[kind].begins.map((begin) => ({ action: { like: begin } })) } : {},
      dates.from ? { at: { greater_than_equal: dates.from } } : {},
      dates.to ? { at: { less_than: dates.to } } : {},
      about ? { or: [{ title: { like: about } }, { subjectId: { equals: about } }] } : {},
    ],
  }
}

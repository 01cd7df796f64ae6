import type { Payload, PayloadRequest } from 'payload'
import { idOf } from '../records/content'
import type { WorkingRow } from '../records/workingRow'
import { SYSTEM } from '../records/recordAudit'
import { readAccountActs } from '../records/rights/accountActs'
import { readPeopleWithRights } from '../records/rights/peopleWithRights'
import type { Approval } from '../../payload-types'
import { readOnce } from '../records/readOnce'
import { setUpBy } from '../governance/accounts'
import { isOneAdmin } from '../governance/rights'

const MINUTE_MS = 60_000

/** Whose hands may be behind a text and its signatures. */
export interface Hands {
  /** Ids of those who set up an author's account lately. */
  authors: string[]
  /** Ids of those who had set up a signer's account, or that of whoever they signed for, shortly before they signed. */
  signer: (signature: Signature) => string[]
  oneAdmin: boolean
  /** Ids of those who added the source of the text: what it says is theirs to say. */
  broughtInBy: string[]
}

type Signature = Pick<Approval, 'approver' | 'onBehalfOf' | 'createdAt'>

/** Reads from the audit log who set up the accounts of a text's authors and signers. */
export const readHands = async (
  payload: Payload,
  {
    row,
    signatures,
    req,
  }: {
    row: Pick<WorkingRow, 'authors' | 'source'>
    signatures: readonly Signature[]
    req?: PayloadRequest | undefined
  },
): Promise<Hands> => {
  const now = Date.now()
  const authors = authorsOf(row)
  const accounts = [...new Set([...authors, ...signatures.flatMap(accountsOf)])].sort()
  const signed = Math.min(now, ...signatures.map(({ createdAt }) => Date.parse(createdAt)))
  // By the minute, so that many texts that were signed just now share what is read.
  const since = Math.floor(signed / MINUTE_MS) * MINUTE_MS
  const acts = await readOnce(req, `acts ${accounts.join(' ')} ${since}`, () =>
    readAccountActs(payload, { accounts, since, req }),
  )
  const source = idOf(row.source)
  return {
    authors: authors.flatMap((author) => setUpBy(acts, author, { from: now, to: now })),
    signer: (signature) => {
      const at = Date.parse(signature.createdAt)
      return accountsOf(signature).flatMap((account) => setUpBy(acts, account, { from: at, to: at }))
    },
    oneAdmin: isOneAdmin(await readOnce(req, 'people with rights', () => readPeopleWithRights(payload, req))),
    broughtInBy: await readOnce(req, `source ${source}`, () => addedSource(payload, source, req)),
  }
}

const addedSource = async (
  payload: Payload,
  source: string | null,
  req: PayloadRequest | undefined,
): Promise<string[]> => {
  if (!source) return []
  const { docs } = await payload.find({
    collection: 'audit-log',
    where: {
      and: [
        { subjectCollection: { equals: 'sources' } },
        { subjectId: { equals: source } },
        { action: { equals: 'source.created' } },
        { actor: { not_equals: SYSTEM.id } },
      ],
    },
    depth: 0,
    pagination: false,
    select: { actor: true },
    ...(req && { req }),
  })
  return docs.map(({ actor }) => actor)
}

/** For a list of texts: whose hands may be behind the authors of each. */
export const readHandsOfAuthors = async (
  payload: Payload,
  rows: readonly Pick<WorkingRow, 'authors'>[],
): Promise<(row: Pick<WorkingRow, 'authors'>) => { authorsSetUpBy: string[]; oneAdmin: boolean }> => {
  const now = Date.now()
  const acts = await readAccountActs(payload, { accounts: rows.flatMap(authorsOf) })
  const oneAdmin = isOneAdmin(await readPeopleWithRights(payload))
  return (row) => ({
    authorsSetUpBy: authorsOf(row).flatMap((author) => setUpBy(acts, author, { from: now, to: now })),
    oneAdmin,
  })
}

const authorsOf = ({ authors }: Pick<WorkingRow, 'authors'>): string[] =>
  (authors ?? []).flatMap((author) => idOf(author) ?? [])

const accountsOf = ({ approver, onBehalfOf }: Signature): string[] =>
  [idOf(approver), idOf(onBehalfOf)].filter((id) => id !== null)

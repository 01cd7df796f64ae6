import type { Payload, PayloadRequest } from 'payload'
import { idOf } from '../records/content'
import type { Bot, Gap, User } from '../../payload-types'
import { inTransaction } from '../database/transaction'
import { VouchError } from '../errors'
import { onlyWho } from '../governance/permissionWords'
import { may } from '../governance/permissions'
import type { TextCollection } from '../vocabulary'
import { notify } from '../records/notify'
import { recordAudit } from '../records/recordAudit'
import { isOpen, workedState } from '../gaps/states'
import { findGap, updateGap } from './gaps/gapRows'
import { NotFoundError } from './governedDocument'
import { emitEvent } from './webhooks/emitEvent'

/** Why nothing was done with a gap. `conflict`: it is not as the caller thinks. `forbidden`: not this person. */
export class GapRefused extends VouchError {
  override name = 'GapRefused'
  constructor(
    readonly because: 'conflict' | 'forbidden',
    message: string,
    readonly state: Gap['state'],
  ) {
    super(message)
  }
}

/** Why a gap needs no text: people decided not to answer it, or it is not for us to answer. */
export const DISMISSALS = { approved_non_answer: 'Approved non-answer', not_ours: 'Not ours' } as const
export type Dismissal = keyof typeof DISMISSALS

export interface GapContext {
  payload: Payload
  user: User
}

/** Makes a person the owner of a gap, or nobody. @throws {GapRefused} @throws {NotFoundError} */
export const assignGap = (
  context: GapContext,
  { id, owner }: { id: string; owner: string | null },
): Promise<Gap> =>
  onOpenGap(context, id, async ({ req, gap }) => {
    const person = owner && (await findPerson(req, owner))
    await updateGap(req, gap.id, {
      owner,
      ...(MOVED_BY_OWNER.has(gap.state) && { state: workedState(owner !== null) }),
    })
    await recordGapAct(context, req, gap, 'assigned', { owner, ownerName: person ? person.name : null })
    await notify(req, {
      to: [owner],
      by: context.user.id,
      kind: 'gap_assigned',
      title: `${context.user.name} gave you the gap “${gap.question}”`,
      body: 'It waits for you until a text answers it, or you dismiss it with a reason.',
      href: `/admin/collections/gaps/${gap.id}`,
      key: `gap:${gap.id}:${new Date().toISOString()}`,
    })
  })

/**
 * Starts the text that would close a gap: an empty draft with the question as its title, written by whoever starts it.
 * @throws {GapRefused} when the gap has a draft already. @throws {NotFoundError}
 */
export const startDraft = async (
  context: GapContext,
  { id, collection }: { id: string; collection: TextCollection },
): Promise<{ gap: Gap; draftId: string }> => {
  let draftId = ''
  const gap = await onOpenGap(context, id, async ({ req, gap: open }) => {
    if (open.draft)
      throw new GapRefused('conflict', 'A draft was started for this gap already. Open that one.', open.state)
    const draft = await createDraft(req, open, collection)
    draftId = draft.id
    await updateGap(req, open.id, {
      draft: { relationTo: collection, value: draft.id } as Gap['draft'],
      state: 'drafting',
      ...(!open.owner && { owner: context.user.id }),
    })
    await recordGapAct(context, req, open, 'draft_started', { collection, draft: draft.id })
  })
  return { gap, draftId }
}

/** Takes a gap off the backlog without a text. @throws {GapRefused} @throws {NotFoundError} */
export const dismissGap = (
  context: GapContext,
  { id, reason, note }: { id: string; reason: Dismissal; note: string },
): Promise<Gap> =>
  onOpenGap(context, id, async ({ req, gap }) => {
    await updateGap(req, gap.id, { state: 'wont_answer', note: `${DISMISSALS[reason]}: ${note}` })
    await recordGapAct(context, req, gap, 'dismissed', { reason, note })
  })

/** Puts a gap on the backlog again that is verified or that nobody was to answer; why it was is in the audit. @throws {GapRefused} @throws {NotFoundError} */
export const reopenGap = (context: GapContext, { id, note }: { id: string; note: string }): Promise<Gap> =>
  onGap(context, id, async ({ req, gap }) => {
    if (isOpen(gap.state))
      throw new GapRefused(
        'conflict',
        `Only a gap that is verified or will not be answered is reopened; this one is ${wordOf(gap)}.`,
        gap.state,
      )
    if (gap.mergedInto)
      throw new GapRefused('conflict', 'It is part of another gap now. Split it from that one.', gap.state)
    await updateGap(req, gap.id, { state: 'reopened', note: null, setAside: false })
    await recordGapAct(context, req, gap, 'reopened', { note, dismissedBecause: gap.note ?? null })
    await emitEvent(req, { type: 'gap.reopened', data: { id: gap.id, note } })
    await notify(req, {
      to: [idOf(gap.owner)],
      by: context.user.id,
      kind: 'gap_assigned',
      title: `${context.user.name} reopened the gap “${gap.question}”, which is yours`,
      body: note,
      href: `/admin/collections/gaps/${gap.id}`,
      key: `gap:${gap.id}:${new Date().toISOString()}`,
    })
  })

/** A gap’s state, as it is said. */
const wordOf = ({ state }: Gap): string =>
  state === 'wont_answer' ? 'not to be answered' : state.replaceAll('_', ' ')

/** States in which a gap waits for somebody to take it. */
const MOVED_BY_OWNER: ReadonlySet<Gap['state']> = new Set(['new', 'triaged', 'assigned', 'reopened'])

/** Does something to a gap that is neither verified nor left unanswered, in one transaction. @throws {GapRefused} @throws {NotFoundError} */
export const onOpenGap = (
  context: GapContext,
  id: string,
  act: (open: { req: PayloadRequest; gap: Gap }) => Promise<void>,
): Promise<Gap> =>
  onGap(context, id, async (open) => {
    if (!isOpen(open.gap.state))
      throw new GapRefused(
        'conflict',
        `This gap is ${wordOf(open.gap)}; reopen it before you do something with it.`,
        open.gap.state,
      )
    await act(open)
  })

/** Does something to any gap, in one transaction. @throws {GapRefused} @throws {NotFoundError} */
export const onGap = (
  { payload, user }: GapContext,
  id: string,
  act: (found: { req: PayloadRequest; gap: Gap }) => Promise<void>,
): Promise<Gap> =>
  inTransaction({ payload, user: { ...user, collection: 'users' } }, async (req) => {
    const gap = await findGap(req, id)
    if (!may(user, 'workGaps'))
      throw new GapRefused('forbidden', onlyWho('workGaps', 'work on gaps'), gap.state)
    await act({ req, gap })
    return findGap(req, id)
  })

const findPerson = async (req: PayloadRequest, id: string): Promise<User> => {
  const { docs } = await req.payload.find({
    collection: 'users',
    where: { id: { equals: id } },
    depth: 0,
    limit: 1,
    pagination: false,
    req,
  })
  if (!docs[0]) throw new NotFoundError(`There is no person ${id} to assign it to.`)
  return docs[0]
}

/** In the audit log, with the gap’s question. */
export const recordGapAct = (
  { user }: GapContext,
  req: PayloadRequest,
  gap: Gap,
  action: string,
  detail: Record<string, unknown>,
): Promise<void> =>
  recordAudit(req, {
    action: `gap.${action}`,
    actor: user,
    subject: { collection: 'gaps', id: gap.id, title: gap.question },
    detail,
  })

const MAX_TITLE = 300

const createDraft = async (req: PayloadRequest, gap: Gap, collection: TextCollection) => {
  const { payload } = req
  const bot = await payload.findByID({
    collection: 'bots',
    id: idOf(gap.bot) ?? '',
    depth: 0,
    disableErrors: true,
    req,
  })
  const title = gap.question.replaceAll(/\s+/g, ' ').trim().slice(0, MAX_TITLE)
  const shared = { ...UNSET, audience: audienceOf(bot), owner: idOf(gap.owner) ?? req.user?.id ?? null }
  return collection === 'faqs'
    ? payload.create({ collection, data: { ...shared, question: title, answer: emptyText() }, req })
    : payload.create({ collection, data: { ...shared, kind: 'policy', title, body: emptyText() }, req })
}

/** What the form would fill in. */
const UNSET = { workflowState: 'draft', version: 1, riskTier: 'standard', locale: 'en-GB' } as const

/** The widest audience that the bot which was asked serves. */
const audienceOf = (bot: Bot | null) =>
  bot?.audiences.includes('public') ? 'public' : (bot?.audiences[0] ?? 'public')

/** Two empty paragraphs: one would not count as a text at all. Nothing without words can be published. */
const emptyText = () => ({
  root: {
    type: 'root',
    format: '' as const,
    indent: 0,
    version: 1,
    direction: null,
    children: [emptyParagraph(), emptyParagraph()],
  },
})

const emptyParagraph = () => ({
  type: 'paragraph',
  format: '' as const,
  indent: 0,
  version: 1,
  direction: null,
  textFormat: 0,
  children: [],
})

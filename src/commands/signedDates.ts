import type { PayloadRequest } from 'payload'
import { dateOfSigner } from '../records/byCommand'
import type { SignedContent } from '../governance/hash'
import { standingApprovals } from '../governance/signatures'
import type { ReadGoverned } from './governedDocument'
import type { TransitionRequest } from './transitionRequest'

type Dates = Pick<TransitionRequest, 'effectiveFrom' | 'expiresAt'>

/** Whether the dates of a request, where it has any, are others than those of the text. */
export const signedDatesDiffer = (content: SignedContent, request: Dates): boolean =>
  differs(content, request, 'effectiveFrom') || differs(content, request, 'expiresAt')

/**
 * Why a step does not set these dates, in words; null when it does: sending a text sets both, and who signs it first says
 * when it takes effect, at once or at a time to come, and signs that.
 */
export const refuseDates = (request: TransitionRequest, read: ReadGoverned): string | null => {
  const { content, document, approvals } = read
  const from = request.effectiveFrom === undefined ? content.effectiveFrom : request.effectiveFrom
  const until = request.expiresAt === undefined ? content.expiresAt : request.expiresAt
  if (request.transition !== 'submit') {
    const later = from === null || Date.parse(from) > Date.now()
    if (request.transition !== 'approve' || differs(content, request, 'expiresAt') || !later) return SIGNED
    if (standingApprovals(document, approvals).length)
      return 'Somebody has signed it with its date already. Ask for changes to move it, and have it signed again.'
  }
  return from && until && Date.parse(until) <= Date.parse(from)
    ? 'It would expire before it takes effect: “expiresAt” must be later than “effectiveFrom”. Choose another day for one of them.'
    : null
}

const SIGNED =
  'The dates are signed with the text and are others than those you gave. Change them on the text, and have it signed again.'

/**
 * Writes the dates on the text as a new version: an edit of the person who asked or, by who signs it, the same words by the
 * same authors, still in review.
 */
export const setDates = async (
  req: PayloadRequest,
  { collection, id, effectiveFrom, expiresAt }: TransitionRequest,
  { bySigner }: { bySigner: boolean },
): Promise<void> => {
  await req.payload.update({
    collection,
    id,
    data: {
      ...(effectiveFrom !== undefined && { effectiveFrom }),
      ...(expiresAt !== undefined && { expiresAt }),
    },
    overrideAccess: bySigner,
    context: { [dateOfSigner]: bySigner },
    req,
  })
  req.context[dateOfSigner] = false
}

const differs = (content: SignedContent, request: Dates, name: keyof Dates): boolean =>
  request[name] !== undefined && instantOf(request[name]) !== instantOf(content[name])

const instantOf = (iso: string | null): number | null => (iso === null ? null : Date.parse(iso))

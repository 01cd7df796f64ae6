import type { PayloadRequest } from 'payload'
import type { SignedContent } from '../governance/hash'
import type { TransitionRequest } from './transitionDocument'

type Dates = Pick<TransitionRequest, 'effectiveFrom' | 'expiresAt'>

/** Whether the dates of a request, where it has any, are others than those of the text. */
export const signedDatesDiffer = (content: SignedContent, request: Dates): boolean =>
  (['effectiveFrom', 'expiresAt'] as const).some(
    (name) => request[name] !== undefined && instantOf(request[name]) !== instantOf(content[name]),
  )

/** Writes the dates on the text as an edit of the person who asked: a new version, theirs. */
export const setDates = async (
  req: PayloadRequest,
  { collection, id, effectiveFrom, expiresAt }: TransitionRequest,
): Promise<void> => {
  await req.payload.update({
    collection,
    id,
    data: {
      ...(effectiveFrom !== undefined && { effectiveFrom }),
      ...(expiresAt !== undefined && { expiresAt }),
    },
    overrideAccess: false,
    req,
  })
}

const instantOf = (iso: string | null): number | null => (iso === null ? null : Date.parse(iso))

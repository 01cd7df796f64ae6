import { SET_UP_DAYS } from './accounts'
import type { Actor, Approval, Authority, Governed } from './types'

/** Everyone who may have had a hand in the text: its authors and, while two people could look, who set their accounts up. */
const handsOnText = ({ authors, authorsSetUpBy, broughtInBy = [], oneAdmin }: Governed): readonly string[] =>
  oneAdmin ? [...authors, ...broughtInBy] : [...authors, ...broughtInBy, ...(authorsSetUpBy ?? [])]

const meets = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((each) => others.includes(each))

const LATELY = `within ${SET_UP_DAYS} days`

/**
 * Why this right does not count beside the text’s authors and its other signers, because one person may be behind both; null
 * when it does. `actor` acts with the right of `authority`, who may be themselves.
 */
export const sameHand = (
  actor: Actor,
  authority: Authority,
  { document, standing }: { document: Governed; standing: readonly Approval[] },
): string | null => {
  const behind = [...new Set([...(actor.setUpBy ?? []), ...(authority.setUpBy ?? [])])]
  if (authority.id !== actor.id && (authority.setUpBy ?? []).includes(actor.id))
    return `You set up the account of ${authority.name} ${LATELY}, so you cannot sign with their right.`
  if ([actor.id, authority.id].some((id) => document.broughtInBy?.includes(id)))
    return 'Whoever added the source of a text brought in its words, and does not sign them; another approver must.'
  if (meets(behind, handsOnText(document)) || setUpAnAuthor(actor, document))
    return `Whoever set up your account ${LATELY}, or whose account you set up, had a hand in this text; somebody else must sign it.`
  const others = standing.filter((approval) =>
    isSameHand({ id: actor.id, setUpBy: behind }, approval, document),
  )
  return others.length
    ? `Your account and that of its other signer were set up by the same person ${LATELY}; somebody else must sign it too.`
    : null
}

/** One’s own creature wrote it: its words may be one’s own. */
const setUpAnAuthor = (actor: Actor, { authorsSetUpBy, oneAdmin }: Governed): boolean =>
  !oneAdmin && (authorsSetUpBy ?? []).includes(actor.id)

const isSameHand = (
  actor: { id: string; setUpBy: readonly string[] },
  approval: Approval,
  { oneAdmin }: Governed,
): boolean =>
  actor.setUpBy.includes(approval.approver) ||
  (approval.setUpBy ?? []).includes(actor.id) ||
  (!oneAdmin && meets(actor.setUpBy, approval.setUpBy ?? []))

/** Why this person does not publish what these signed: they set up the account of one of them shortly before it signed. */
export const ownCreatures = (actor: Pick<Actor, 'id'>, standing: readonly Approval[]): string | null =>
  standing.some((approval) => (approval.setUpBy ?? []).includes(actor.id))
    ? `You set up the account that signed this text ${LATELY} before; somebody else must publish it.`
    : null

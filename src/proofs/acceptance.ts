import { foldText } from '../answer/foldText'
import type { AcceptanceExpects, Outcome } from '../vocabulary'

/** A question that the author of a text says must be answered from it, or must be refused. */
export interface AcceptanceQuestion {
  question: string
  expects: AcceptanceExpects
  /** Words that the answer must contain; alternatives between bars. Null: any answer from the text will do. */
  says: string | null
}

/** What came of asking, as far as it decides. */
export interface GivenAnswer {
  outcome: Outcome
  message: string
  /** Ids of the documents that it cites. */
  cited: readonly string[]
}

/** A question that was asked, with what came of it. */
export interface AcceptanceResult extends AcceptanceQuestion {
  outcome: Outcome
  message: string
  /** Why it does not hold, as a sentence; null when it does. */
  problem: string | null
}

/** Why a question does not hold, as a sentence; null when it does. Pure. */
export function whyBroken(
  { expects, says }: AcceptanceQuestion,
  { outcome, message, cited }: GivenAnswer,
  document: string,
): string | null {
  if (expects === 'refuse')
    return outcome === 'refused' || outcome === 'escalated' ? null : 'It was answered, and should be refused.'
  // A text that says that there is no advice on something answers by refusing in its own words.
  const declined = outcome === 'refused' && cited.length > 0
  if (outcome !== 'answered' && !declined) return `It was ${WORDS[outcome]}, and should be answered.`
  if (!cited.includes(document)) return 'It was answered from another text.'
  const said = foldText(message)
  const wanted = (says ?? '').split('|').map((each) => each.trim())
  return wanted.some((each) => said.includes(foldText(each))) ? null : `The answer does not say “${says}”.`
}

const WORDS: Record<Exclude<Outcome, 'answered'>, string> = {
  clarify: 'asked back',
  escalated: 'passed to a person',
  refused: 'refused',
}

import type { Outcome } from '../../vocabulary'
import type { StoredCase } from './readStoredCases'
import { foldText } from '../../answer/foldText'

/** What came of a case: everything that decides whether it is right. */
export interface CaseAnswer {
  outcome: Outcome
  /** The words that the customer is shown. */
  message: string
  /** Keys of the documents that it cites. */
  cited: readonly string[]
}

/**
 * Whether a case got what it should: nothing said that must not be, the expected outcome, a right document cited, and
 * every part of the answer key. @returns null when it did, else why not, as a sentence.
 */
export const judgeCase = (expected: StoredCase, { outcome, message, cited }: CaseAnswer): string | null => {
  const { expected_outcome, gold, answer_key } = expected
  const said = foldText(message)
  const leaked = leakIn(expected, message)
  if (leaked) return `It said “${leaked}”, which must not be said.`
  if (outcome !== expected_outcome) return `It should have been ${OUTCOME_WORDS[expected_outcome]}.`
  if (outcome !== 'answered') return null
  if (!cited.some((key) => gold.includes(key)))
    return 'It was answered from another document than the right one.'
  const missing = answer_key?.find(
    (alternatives) => !alternatives.some((words) => said.includes(foldText(words))),
  )
  return missing ? `The answer lacks “${missing.join('” or “')}”.` : null
}

/** The first words said that must not be. */
export const leakIn = (
  { leak_strings }: Pick<StoredCase, 'leak_strings'>,
  message: string,
): string | undefined => leak_strings?.find((words) => foldText(message).includes(foldText(words)))

const OUTCOME_WORDS: Record<Outcome, string> = {
  answered: 'answered',
  clarify: 'asked back',
  escalated: 'passed to a person',
  refused: 'refused',
}

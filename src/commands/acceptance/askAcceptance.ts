import type { DocumentRef } from '../../../ingestion/releases'
import type { Deps } from '../../deps'
import type { SignedContent } from '../../governance/hash'
import { whyBroken, type AcceptanceQuestion, type AcceptanceResult } from '../../proofs/acceptance'
import { askAbout, asReader } from '../overlay/askAbout'
import type { DraftOverlay } from '../overlay/draftOverlay'

/** A text whose questions are asked, as its readers ask them. */
export interface QuestionedText {
  document: DocumentRef
  content: Pick<SignedContent, 'audience' | 'locale'>
}

/** Asks a text's acceptance questions and stores nothing. @param overlay as if a text were published. */
export async function askAcceptance(
  deps: Deps,
  { document, content, questions }: QuestionedText & { questions: readonly AcceptanceQuestion[] },
  overlay?: DraftOverlay,
): Promise<AcceptanceResult[]> {
  const results: AcceptanceResult[] = []
  for (const expected of questions) {
    const given = await askAbout(deps, asReader(content, expected.question), overlay)
    const problem = whyBroken(expected, given, document.id)
    results.push({ ...expected, outcome: given.outcome, message: given.message, problem })
  }
  return results
}

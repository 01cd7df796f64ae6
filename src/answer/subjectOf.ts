import { EVIDENCE_ENDS } from './severity'

/** What a turn that goes to a person is about: “I want to speak to a person about my repair” is looked up as “about my repair”. */
export function subjectOf(question: string, evidence: string): string {
  const [words = ''] = evidence.split(EVIDENCE_ENDS)
  return question.replace(words, ' ').trim() || question
}

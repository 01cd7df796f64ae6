import type { Citation, Decision, Sentence } from './types'

/** What a decision quotes: an answer, or a refusal in the words of a text that says so. */
export const citationsOf = (decision: Decision): Citation[] =>
  'citations' in decision ? (decision.citations ?? []) : []

/** What it says in sentences of texts. */
export const sentencesOf = (decision: Decision): Sentence[] =>
  'sentences' in decision ? (decision.sentences ?? []) : []

import type { Mutation } from './types'

/** Longer is no question any more. */
const MOST_CHARACTERS = 240

/**
 * Questions whose answer rests on the words that a mutation changes, the likeliest first: the fact is left out of its
 * sentence and asked for. They are made of the text's own words, so they are in its language.
 */
export function questionsAbout({
  mutation: { before, kind, headings },
  title,
  sentence,
}: {
  mutation: Pick<Mutation, 'before' | 'kind' | 'headings'>
  title: string
  sentence: string
}): string[] {
  const rest = sentence.replace(before, kind === 'number' || kind === 'date' ? '…' : '').replace(/\s+/g, ' ')
  const said = rest.replace(/[.!?…:;\s]+$/u, '').trim()
  const about = headings.at(-1) ?? title
  const questions = [`${said}?`, `${about}: ${said}?`, `${title}: ${about}?`, `${title} – ${said}?`]
  return [...new Set(questions.map((each) => each.slice(0, MOST_CHARACTERS)))]
}

import { languageOf } from '../../retrieval/analyze'
import type { ClaimKind } from './claim'
import type { StatedUnit } from './pairs'

const ASKED: Record<ClaimKind, string> = {
  money: 'How much: ',
  percentage: 'What share: ',
  duration: 'How long: ',
  date: 'When: ',
  time: 'At what time: ',
  weekday: 'On which days: ',
  count: 'How many: ',
  'yes or no': '',
}

/** Longer is no question any more. */
const MOST_CHARACTERS = 240

/** The question that a sentence answers: of an FAQ its own, else the sentence with what it states left out and asked for. Pure. */
export function questionOf({ title, claims, placed: { passage } }: StatedUnit, kind: ClaimKind): string {
  if (passage.document.collection === 'faqs' && title.endsWith('?')) return title
  const asked = languageOf(passage.locale) === 'en' ? ASKED[kind] : ''
  return `${asked}${claims.about.replace(/[\s.!?…:;,]+$/u, '')}?`.slice(0, MOST_CHARACTERS)
}

import { negates } from '../../units/restricts'
import { answerTypesOf } from '../../answerType'
import { namedThings } from '../../named'
import { termsOf } from '../../terms'
import type { AnswerType } from '../../understand/askedFacts'
import { comparedIn, type Compared } from '../../understand/compared'

/** What a question asks for, from its words. */
export interface Asked {
  question: string
  terms: ReadonlySet<string>
  types: readonly AnswerType[]
  /** Names and numbers that it speaks of. */
  names: ReadonlySet<string>
  kind: AskedKind
  /** What it holds against each other. */
  compared: Compared | null
  /** It asks what is not so. */
  isNegated: boolean
}

export const ASKED_KINDS = ['permission', 'procedure', 'place', 'person', 'reason', 'list', 'fact'] as const
export type AskedKind = (typeof ASKED_KINDS)[number]

/** Reads the question once. */
export const askedBy = (question: string, locale: string): Asked => ({
  question,
  terms: termsOf(question, locale),
  types: answerTypesOf(question, locale),
  names: namedThings(question, locale),
  kind: kindOf(question.toLowerCase()),
  compared: comparedIn(question, locale),
  isNegated: negates(question),
})

const kindOf = (question: string): AskedKind =>
  KINDS.find(([, pattern]) => pattern.test(question))?.[0] ?? 'fact'

/** Answered by a procedure, a place, ... the first that fits. */
const KINDS: readonly (readonly [AskedKind, RegExp])[] = [
  [
    'procedure',
    /\bhow (?:do|can|could|should|would|to|does one|am i)\b(?! (?:you|they) (?:charge|cost))|\bsteps?\b|\bwhat (?:do|must|should) i (?:have to |need to )?do\b|\bwie (?:kann|mache|muss|geht|funktioniert)\b|\bcomment\b|\bc[oó]mo\b/,
  ],
  ['place', /\bwhere\b|\bwhich (?:shop|store|branch|address|city)\b|\b(?:wo|wohin|où|d[oó]nde)\b/],
  ['person', /\b(?:who|whom|whose)\b|\b(?:wer|wem|qui|qui[eé]n)\b/],
  ['reason', /\b(?:why|how come|what for)\b|\b(?:warum|wieso|pourquoi|por qu[eé])\b/],
  [
    'list',
    /\b(?:what|which) (?:kinds?|sorts?|types?|[a-z]+s)\b(?! (?:the|my|your|our|this|that|it)\b)|\blist\b|\ball the\b|\bothers\b|\bwhat(?: is| are|'s|s)? (?:not |isn't |aren't )?(?:included|covered|excluded|excepted|exempt|allowed|accepted)\b|\bwhat (?:does|do|doesn't|don't|can|can't|cannot|will|won't|is|are|isn't|aren't) [^?]{2,50} (?:covers?|includes?|excludes?|accepts?|take|return|pay for|apply to)\b(?=[^\p{L}]*$)|\bexclusions\b|\bexceptions\b|\bwelche\b|\bquels?\b|\bquelles?\b|\bqu[eé] (?:tipos|clases)\b/u,
  ],
  [
    'permission',
    /^(?:[^?]*[,.!;:] *)?(?:and |so |but |ok |hi |hello )*(?:can|could|may|am|is|are|do|does|did|will|would|should|must|have|has|was|were|any|kann|darf|ist|sind|gibt|puis-je|peut-on|est-ce|puedo|se puede|hay)\b|\b(?:can|may|could|will|do|does|is|are|am) (?:i|we|you|it|they|he|she|my|your|the|there)\b/,
  ],
]

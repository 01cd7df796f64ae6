import { BUILT_IN_POLICIES } from '../../escalation/builtIn'
import type { EscalationPolicies } from '../../escalation/policy'
import { isSaidByPolicy } from '../byPolicy'
import { plain } from '../reading/readings'
import type { Turn } from '../types'

type Talk = Pick<Turn, 'question' | 'messages'>

/** How many turns of the customer before this one are looked at. */
const LOOKED_BACK = 3

/** What the customer said before this turn, latest first. */
export function earlierTurns({ question, messages }: Talk): string[] {
  const said = messages.flatMap(({ role, content }) =>
    role === 'user' && content.trim() !== '' && plain(content) !== plain(question) ? [content] : [],
  )
  return [...new Set(said.toReversed())].slice(0, LOOKED_BACK)
}

/** Whether the customer was told of a person after they said `earlier`; an offer of one is none. */
export function wasHandedOver(
  { messages }: Pick<Turn, 'messages'>,
  earlier: string,
  policies: EscalationPolicies = BUILT_IN_POLICIES,
): boolean {
  const since = messages.findLastIndex(({ role, content }) => role === 'user' && content === earlier)
  return messages
    .slice(since + 1)
    .some(
      ({ role, content }) =>
        role === 'assistant' && (isToldOfAPerson(content) || isSaidByPolicy(content, policies)),
    )
}

const isToldOfAPerson = (reply: string): boolean =>
  plain(reply)
    .split(/(?<=[.!?])\s+/)
    .some((sentence) => !sentence.endsWith('?') && NAMES_A_PERSON.test(sentence))

/** How our hand-overs, and those of a bot with other words, say who takes over, in English, German, French or Spanish. */
const NAMES_A_PERSON =
  /(?:passing|connecting|transferring|putting|handing) (?:you|this)|\b(?:a|my|our) (?:colleague|adviser|advisor|specialist|team ?mate)|verbinde (?:sie|dich)|kolleg(?:in|en)\b|an einen menschen weiter|vous (?:passe|transfère|mets en relation)|vous mets .{0,30}en relation|transmets .{0,30}à une personne|collègue|(?:le|la|te) (?:paso|conecto) con|(?:le|la|lo|te) paso .{0,30}una persona|compañer[oa]/

import type { Trigger } from '../types'
import { patternsOf } from './languages/registry'
import { firstSign, type Sign } from './signs'

/** The customer has lost patience with the conversation itself; another automated answer would make it worse. */
export const frustration: Trigger = ({ question }) => {
  const evidence = firstSign(question, SIGNS) ?? shouting(question)
  return evidence ? { reason: 'frustration', evidence, urgency: 'high' } : null
}

/** Capitals throughout, and more than one exclamation mark: nobody writes a whole sentence so by mistake. */
const shouting = (question: string): string | null => {
  const letters = question.match(/\p{L}/gu) ?? []
  const capitals = question.match(/\p{Lu}/gu) ?? []
  const shouted = letters.length >= MIN_SHOUTED && capitals.length / letters.length > MOSTLY
  return shouted && /!\s*!/.test(question) ? question.slice(0, 100) : null
}

const MIN_SHOUTED = 15
const MOSTLY = 0.8

const always = (pattern: RegExp): Sign => ({ pattern, evenInQuestion: true })

const SIGNS: readonly Sign[] = [
  ...patternsOf('frustration').map(always),
  always(
    /\bi(?:'ve| have)(?: really| just)? had (?:it|enough)(?= ?(?:[.,!]|$)| (?:with|of) (?:you|this|your)\b)/,
  ),
  always(
    /\bfor the (?:second|third|fourth|fifth|last|umpteenth|hundredth|\d+(?:nd|rd|th)) time\b(?! (?:buyer|customer|user|zone))/,
  ),
  always(
    /\bhow many times (?:do|must|have|did) i(?: have| need| got)?(?: to)? (?:tell|told|ask|asked|say|said|repeat|repeated|call|called|ring|rung|phone|explain|explained|contact|contacted|write|written|chase|chased|e-?mail|e-?mailed|go over|gone over|go through|gone through|send|sent|beg|keep|been)\b/,
  ),
  always(/\b(?:i've|i have|i) already (?:told|said|answered|explained|asked|tried (?:that|this|all))\b/),
  always(/\b(?:i|we) (?:just )?(?:told|explained to) you (?:that|this|already|all|twice|before)/),
  always(
    /\byou(?:'re| are|r)? (?:not|never|still not|just not|aren't) (?:listening|helping|understanding|answering|getting it|reading)\b|\byou (?:don't|do not|dont|can't|cannot) (?:listen|understand(?: me| anything)?(?=[.,!]|$))/,
  ),
  always(
    /\byou(?:'re| are)? (?:just )?(?:keep|kept|keep on) (?:asking|repeating|saying|telling|sending|giving)\b|\bi keep (?:asking|telling|saying|repeating)\b/,
  ),
  always(/\bdriving me (?:mad|crazy|insane|nuts|up the wall)\b/),
  {
    pattern:
      /\b(?:this|that|it|all this|you)(?: is|'s| are|'re)(?: all| just| so| absolutely| really| completely| totally| utterly| beyond)* (?:hopeless|ridiculous|useless|pointless|a joke|a waste of (?:my )?time|frustrating|infuriating|maddening|absurd|bullshit|getting nowhere|going nowhere|going in circles|no help)\b/,
  },
  always(
    /\b(?:useless|stupid|dumb|rubbish|hopeless|idiotic|worthless) (?:chat ?)?(?:bot|robot|machine|thing|assistant|ai)\b|\bbot is (?:so )?(?:stupid|useless|dumb|rubbish)\b/,
  ),
  always(
    /\b(?:nothing|none of (?:that|this|it|what)) (?:you|that|of|which)?[\w' ]{0,25}\b(?:helps?|helped|works?|worked)\b/,
  ),
  {
    pattern:
      /\b(?:that|this|it|your answer|you) (?:did not|didn't|doesn't|does not|isn't|wasn't|still doesn't) (?:help(?:ing|ful|s)?(?: me)?(?: at all)?|answer(?: my question| me))(?=[.,!?]|$)/,
  },
  {
    pattern:
      /\b(?:fed up|sick (?:and tired )?of (?:this|you|your|the|waiting)|had enough of|at my wit'?s'? end|lost (?:my |all )?patience|losing patience)\b/,
  },
  always(/\b(?:wtf|ffs|what the (?:hell|fuck|heck)|for (?:fuck|god|heaven)'?s? sake)\b/),
  {
    pattern:
      /\b(?:i'm|i am|i'm getting|we are|we're) (?:so |really |getting |very |absolutely |extremely |beyond |pretty )*(?:angry|furious|frustrated|livid|pissed(?: off)?|fuming)\b/,
  },
  {
    pattern: /\b(?:conversation|chat) is (?:not |going )(?:leading anywhere|nowhere|going anywhere|helping)/,
  },
]

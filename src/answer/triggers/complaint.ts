import type { Trigger } from '../types'
import { patternsOf } from './languages/registry'
import { firstSign, type Sign } from './signs'

/** The customer is complaining, formally or by denouncing the service. "How do I make a complaint?" is a question. */
export const complaint: Trigger = ({ question }) => {
  const evidence = firstSign(question, SIGNS)
  return evidence ? { reason: 'complaint', evidence, urgency: 'normal' } : null
}

const BAD =
  '(?:terrible|awful|appalling|disgusting|disgraceful|unacceptable|shocking|horrendous|horrible|atrocious|abysmal|dreadful|pathetic|shameful|worst|poor|lousy)'
const SERVICE = '(?:service|support|experience|treatment|bank|company|shop|store|care|staff|communication)'

const SIGNS: readonly Sign[] = [
  ...patternsOf('complaint').map((pattern) => ({ pattern })),
  {
    pattern:
      /\b(?:want|wish|would like|'d like|need|am going|'m going|intend|like) to (?:make|file|lodge|raise|submit|register|log|open|place)? ?(?:an? |my )?(?:formal |official |written |serious )?complain(?:t|ts)?\b/,
  },
  {
    pattern:
      /\b(?:this is|i am making|i'm making|i'm filing|consider this|take this as|please log|please record|please register) an? (?:formal |official )?complaint\b/,
  },
  { pattern: /\b(?:i'm|i am|we are|we're) complaining (?:about|that|because)\b/ },
  { pattern: /\b(?:formally|officially) (?:noted|recorded|logged|complain|complaining)\b/ },
  { pattern: new RegExp(String.raw`\b${BAD} (?:customer |client )?${SERVICE}\b`) },
  {
    pattern: new RegExp(
      String.raw`\b${SERVICE} (?:is|was|has been|'s)(?: just| absolutely| so| truly| simply| really)* (?:the )?${BAD}\b`,
    ),
  },
  {
    pattern:
      /\b(?:extremely|very|so|really|deeply|bitterly|absolutely|incredibly|thoroughly) (?:disappointed|dissatisfied|unhappy)\b/,
  },
  {
    pattern:
      /\b(?:lied to|misled|cheated|deceived|ripped off|conned) (?:me|us)\b|\byou (?:lied|cheated)\b|\b(?:been|was) ripped off\b/,
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:your|this) (?:[\w'-]+ ){1,3}?(?:is|are|was|were)(?: just| absolutely| so| truly| simply| really| complete| utter| total| such)* (?:a |an )?(?:rubbish|garbage|crap|shit|trash|joke|disgrace|shambles|mess|${BAD})\b(?! of)`,
    ),
  },
  { pattern: /\bi hate (?:this|your) (?:bank|company|shop|service)\b/ },
]

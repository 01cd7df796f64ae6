import { plain } from '../answer/reading/readings'

export interface Sentiment {
  label: 'calm' | 'upset' | 'angry'
  /** What it was read from; empty when calm. A sign for the colleague, never a reason to refuse. */
  why: string[]
}

/** Simple, explainable signs over the user's messages; the strongest ones decide. */
export const sentimentOf = (messages: readonly string[]): Sentiment => {
  const why: string[] = []
  let weight = 0
  for (const message of messages)
    for (const { name, worth, found } of SIGNS) {
      const words = found(message)
      if (words === null) continue
      weight += worth
      why.push(`${name}: ${words.slice(0, 60)}`)
    }
  return { label: weight >= ANGRY ? 'angry' : weight > 0 ? 'upset' : 'calm', why: [...new Set(why)] }
}

const ANGRY = 3

const matching = (pattern: RegExp) => (message: string) => pattern.exec(plain(message))?.[0] ?? null

const SIGNS: readonly { name: string; worth: number; found: (message: string) => string | null }[] = [
  {
    name: 'strong words',
    worth: 2,
    found: matching(
      /\b(?:disgusting|disgrace(?:ful)?|appalling|ridiculous|furious|livid|outrageous|useless|scam|rip[- ]?off|liars?|lied|pathetic|hate|wtf|bullshit|what the hell|worst)\b/,
    ),
  },
  {
    name: 'upset words',
    worth: 1,
    found: matching(
      /\b(?:disappointed|frustrat(?:ed|ing)|annoy(?:ed|ing)|unhappy|upset|angry|fed up|terrible|awful|unacceptable|hopeless|driving me (?:mad|crazy)|worried|scared|desperate|struggling)\b/,
    ),
  },
  {
    name: 'asked again',
    worth: 1,
    found: matching(
      /\b(?:already (?:told|said|asked|tried)|for the (?:second|third|\w+th) time|keep (?:asking|repeating))\b/,
    ),
  },
  {
    name: 'shouting',
    worth: 1,
    found: (message) => /\b(?:[A-Z]{4,}\W+){2,}|\b[A-Z]{4,}\b.*!{1,}/.exec(message)?.[0] ?? null,
  },
  { name: 'exclamation', worth: 1, found: matching(/[!?]{2,}/) },
]

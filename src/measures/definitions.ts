import { endingOf, ENDING_WORDS, ENDINGS, type Ending } from './ending'
import type { Repeats } from './repeats'
import { resolverOf, wasEscalated } from './resolution'
import type { Conversation } from './types'

/** A rating from here on is a content customer. */
const CONTENT = 4

type Test = (conversation: Conversation, repeats: Repeats) => boolean

/** One measure: what it is called, how it is reckoned in words, and the same as a test of one conversation. */
export interface Definition {
  name: string
  formula: string
  /** What it is a share of. */
  among: Test
  counts: Test
}

const all: Test = () => true
const isKnown: Test = (each) => resolverOf(each) !== null

const ALL_MEASURES = {
  outcomeKnown: {
    name: 'Outcome known',
    formula:
      'conversations of which somebody said whether they were resolved ÷ conversations. The others below are worth what this is',
    among: all,
    counts: isKnown,
  },
  aiResolution: {
    name: 'AI resolution rate',
    formula: 'conversations resolved by the bot and never handed over ÷ conversations',
    among: all,
    counts: (each) => resolverOf(each) === 'bot' && !wasEscalated(each),
  },
  resolvedByPeople: {
    name: 'Resolved by people',
    formula: 'conversations resolved by a person ÷ conversations',
    among: all,
    counts: (each) => resolverOf(each) === 'person',
  },
  firstContactResolution: {
    name: 'First contact resolution',
    formula:
      'conversations resolved, by whomever, that were never reopened, are no repeat and were not followed by one ÷ conversations whose outcome is known',
    among: isKnown,
    counts: isResolvedAtOnce,
  },
  escalation: {
    name: 'Escalation rate',
    formula:
      'conversations with a turn that was handed over ÷ conversations; by reason: each under its first one, with the same denominator',
    among: all,
    counts: wasEscalated,
  },
  repeatContact: {
    name: 'Repeat contact rate',
    formula: 'conversations that are a repeat ÷ conversations whose customer is known',
    among: ({ customer }) => customer !== null,
    counts: ({ id }, { again }) => again.has(id),
  },
  knowledgeGap: {
    name: 'Knowledge gap rate',
    formula: 'conversations with a turn that opened or joined a gap ÷ conversations',
    among: all,
    counts: ({ turns }) => turns.some(({ gap }) => gap !== null),
  },
  csat: {
    name: 'CSAT',
    formula: 'ratings of 4 or 5 ÷ ratings, the last one of each conversation; with the mean of all',
    among: ({ report }) => report.csat !== null,
    counts: ({ report }) => (report.csat ?? 0) >= CONTENT,
  },
  thumbsUp: {
    name: 'Thumbs up',
    formula: 'thumbs up ÷ thumbs, the last one of each conversation',
    among: ({ report }) => report.thumbs !== null,
    counts: ({ report }) => report.thumbs === 'up',
  },
} as const satisfies Record<string, Definition>

export type MeasureName = keyof typeof ALL_MEASURES

/** Each measure, defined once: figures, the lists behind them, the docs and the room are all made from this. */
export const MEASURES: Readonly<Record<MeasureName, Definition>> = ALL_MEASURES
export const MEASURE_NAMES = Object.keys(ALL_MEASURES) as MeasureName[]

/** How long a colleague took; it is a mean and no share. */
export const HANDLING_TIME = {
  name: 'Average handling time',
  formula: 'mean of the minutes from the claim of a hand-over to its end, over those that ended',
}

function isResolvedAtOnce(each: Conversation, { again, before }: Repeats): boolean {
  const by = resolverOf(each)
  const resolved = by === 'bot' || by === 'person'
  return resolved && !each.report.reopened && !again.has(each.id) && !before.has(each.id)
}

/** The reason for which a conversation was first handed over; null where it was not. Pure. */
export function firstReasonOf({ turns }: Conversation): string | null {
  return turns.find(({ outcome }) => outcome === 'escalated')?.reason ?? null
}

/**
 * Which conversations a figure counts, by the figure’s name in an address: `escalation`, `not-escalation` (the rest of what it is a
 * share of), `of-csat` (all that it is a share of), `ended-refused`, `reason-complaint`, `handled`.
 */
export type Behind = { words: string; test: Test }

/** @returns null where no figure has that name. Pure. */
export function behindFigure(name: string): Behind | null {
  if (name === 'handled') return { words: 'a hand-over of which was claimed and ended', test: wasHandled }
  const [, kind, rest = ''] = /^(?:(ended|reason|not|of)-)?(.+)$/.exec(name) ?? []
  if (kind === 'ended') return isEnding(rest) ? endedAs(rest) : null
  if (kind === 'reason')
    return {
      words: `first handed over for: ${rest.replaceAll('_', ' ')}`,
      test: (each) => firstReasonOf(each) === rest,
    }
  const measure = MEASURE_NAMES.find((each) => each === rest)
  return measure ? behindMeasure(MEASURES[measure], kind) : null
}

function behindMeasure({ name, among, counts }: Definition, kind: string | undefined): Behind {
  if (kind === 'of') return { words: `${name}: all that it is a share of`, test: among }
  if (kind === 'not')
    return {
      words: `${name}: those that do not count`,
      test: (each, repeats) => among(each, repeats) && !counts(each, repeats),
    }
  return {
    words: `${name}: those that count`,
    test: (each, repeats) => among(each, repeats) && counts(each, repeats),
  }
}

const isEnding = (name: string): name is Ending => (ENDINGS as readonly string[]).includes(name)

const endedAs = (ending: Ending): Behind => ({
  words: `${ENDING_WORDS[ending].name}: ${ENDING_WORDS[ending].meaning}`,
  test: (each) => endingOf(each) === ending,
})

/** Whether a colleague took it and came to an end with it. */
const wasHandled: Test = ({ handovers }) =>
  handovers.some(({ claimedAt, endedAt }) => claimedAt !== null && endedAt !== null)

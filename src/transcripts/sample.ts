import { wasEscalated } from '../measures/resolution'
import type { Repeats } from '../measures/repeats'
import type { Conversation } from '../measures/types'
import { drawnAt } from './draw'

/** Why a conversation is worth a reviewer’s look, the most telling first, with how much likelier each makes it to be drawn. */
export const RISK_WEIGHTS = {
  thumbs_down: 8,
  low_csat: 8,
  reopened: 6,
  unsure: 5,
  repeat: 4,
  handed_over: 3,
  gap: 2,
} as const
export type Risk = keyof typeof RISK_WEIGHTS

export const RISK_WORDS: Record<Risk, string> = {
  thumbs_down: 'thumb down',
  low_csat: 'rated 1 or 2',
  reopened: 'came back unsolved',
  unsure: 'unsure answer',
  repeat: 'asked again within days',
  handed_over: 'handed over',
  gap: 'nothing written about it',
}

/** Answers among this share of the least sure are unsure, whatever the calibration calls its numbers. */
const UNSURE_SHARE = 0.2
/** This share of a sample is drawn by chance alone: what is right among it is an estimate for all. */
const RANDOM_SHARE = 0.2
const LOW_RATING = 2

export interface Drawn {
  conversation: Conversation
  /** `random`: by chance alone, whatever its risks. */
  drawn: 'risk' | 'random'
  risks: Risk[]
}

/**
 * The conversations to review: a fifth by chance alone, the others by risk. Pure: the same conversations, size and seed give the
 * same sample, in the same order, and a conversation more moves as few as it can.
 *
 * By chance: each conversation has a number from its id and the seed; those with the lowest are drawn. By risk: each of the
 * others has a weight, the sum of what its risks weigh, and the number u^(1/weight); the highest are drawn (Efraimidis and
 * Spirakis, 2006: sampling without replacement with these weights). One without a risk is never drawn by risk.
 */
export function sampleForReview(
  conversations: readonly Conversation[],
  { repeats, size, seed }: { repeats: Repeats; size: number; seed: string },
): Drawn[] {
  const risksOf = riskReader(conversations, repeats)
  const byChance = conversations
    .map((conversation) => ({ conversation, at: drawnAt(`${seed} chance`, conversation.id) }))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, Math.round(size * RANDOM_SHARE))
    .map(({ conversation }): Drawn => ({ conversation, drawn: 'random', risks: risksOf(conversation) }))
  const taken = new Set(byChance.map(({ conversation }) => conversation.id))
  const byRisk = conversations
    .filter(({ id }) => !taken.has(id))
    .map((conversation): Drawn => ({ conversation, drawn: 'risk', risks: risksOf(conversation) }))
    .filter(({ risks }) => risks.length > 0)
    .map((each) => ({
      each,
      at: drawnAt(`${seed} risk`, each.conversation.id) ** (1 / weightOf(each.risks)),
    }))
    .toSorted((a, b) => b.at - a.at)
    .slice(0, size - byChance.length)
    .map(({ each }) => each)
  return [...byRisk, ...byChance].toSorted((a, b) => weightOf(b.risks) - weightOf(a.risks))
}

const weightOf = (risks: readonly Risk[]): number => risks.reduce((sum, risk) => sum + RISK_WEIGHTS[risk], 0)

/** Whether a conversation is one of those that two people judge, so that their agreement is known. Pure. */
export function wantsTwo(id: string, { seed, share = 0.25 }: { seed: string; share?: number }): boolean {
  return drawnAt(`${seed} two`, id) < share
}

function riskReader(
  conversations: readonly Conversation[],
  { again, before }: Repeats,
): (conversation: Conversation) => Risk[] {
  const sure = unsureBelow(conversations)
  const tests: Record<Risk, (each: Conversation) => boolean> = {
    thumbs_down: ({ report }) => report.thumbs === 'down',
    low_csat: ({ report }) => report.csat !== null && report.csat <= LOW_RATING,
    reopened: ({ report }) => report.reopened || report.resolved === false,
    unsure: ({ turns }) =>
      turns.some(({ outcome, confidence }) => outcome === 'answered' && (confidence ?? 1) < sure),
    repeat: ({ id }) => again.has(id) || before.has(id),
    handed_over: wasEscalated,
    gap: ({ turns }) => turns.some(({ gap }) => gap !== null),
  }
  return (each) => (Object.keys(tests) as Risk[]).filter((risk) => tests[risk](each))
}

/** The confidence below which an answer is among the least sure. */
function unsureBelow(conversations: readonly Conversation[]): number {
  const sure = conversations
    .flatMap(({ turns }) => turns)
    .flatMap(({ outcome, confidence }) => (outcome === 'answered' && confidence !== null ? [confidence] : []))
    .toSorted((a, b) => a - b)
  return sure[Math.floor(sure.length * UNSURE_SHARE)] ?? 0
}

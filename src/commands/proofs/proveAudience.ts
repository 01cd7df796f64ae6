import canonicalize from 'canonicalize'
import type { Payload, Where } from 'payload'
import { pagesOf } from '../../database/pages'
import type { Deps } from '../../deps'
import { VouchError } from '../../errors'
import { AUDIENCES, type Audience } from '../../vocabulary'
import type { Answer, EvalCase, Release } from '../../../payload-types'
import { answersFor, type AudienceAnswer, type AudienceQuestions } from './audienceAnswers'

export interface AudienceProof {
  audiences: Audience[]
  questions: number
  /** Releases that the twin does not have. */
  hidden: number
  /** Questions whose answers differ, and in what. */
  leaks: { question: string; fields: string[]; here: unknown; twin: unknown }[]
  /** The middle time of an answer here and in the twin, in ms, by outcome: told, not judged. */
  times: Record<string, { here: number; twin: number }>
}

/** A copy of this installation without the hidden texts, made for one proof. */
export interface Twin {
  hidden: number
  ask: (questions: AudienceQuestions) => Promise<AudienceAnswer[]>
}

/** Most questions that are taken of each kind. */
const MOST = 500

/**
 * Proves that texts for others do not show to an audience: every question of the receipts, of the eval cases, and the hidden
 * texts’ own titles are asked of this installation and of a twin without the hidden texts; everything that is told must be
 * the same to the last digit.
 * @throws {VouchError} where there is nothing to ask.
 */
export async function proveAudience(
  deps: Deps,
  {
    audiences,
    limit = MOST,
    makeTwin,
  }: { audiences: Audience[]; limit?: number; makeTwin: () => Promise<Twin> },
): Promise<AudienceProof> {
  const questions = await questionsFor(deps.payload, { audiences, limit })
  if (!questions.length)
    throw new VouchError(
      'There is nothing to ask: no receipt, no eval case and no hidden text. Ask a question first.',
    )
  const twin = await makeTwin()
  const asked = { audiences, questions, at: new Date().toISOString() }
  const here = await answersFor(deps, asked)
  const there = await twin.ask(asked)
  if (here.length !== there.length)
    throw new VouchError('The twin did not answer every question; nothing is proved.')
  return {
    audiences,
    questions: here.length,
    hidden: twin.hidden,
    leaks: here.flatMap(({ question, told }, i) => differing(question, told, there[i]?.told ?? {})),
    times: timesOf(here, there),
  }
}

function differing(
  question: string,
  here: Record<string, unknown>,
  twin: Record<string, unknown>,
): AudienceProof['leaks'] {
  const names = [...new Set([...Object.keys(here), ...Object.keys(twin)])]
  const fields = names.filter((name) => canonicalize(here[name] ?? null) !== canonicalize(twin[name] ?? null))
  const of = (told: Record<string, unknown>) =>
    Object.fromEntries(fields.map((name) => [name, told[name] ?? null]))
  return fields.length ? [{ question, fields, here: of(here), twin: of(twin) }] : []
}

async function questionsFor(
  payload: Payload,
  { audiences, limit }: { audiences: Audience[]; limit: number },
): Promise<string[]> {
  const latest = async <Row extends { id: string }>(
    collection: 'answers' | 'eval-cases',
    where: Where = {},
  ): Promise<Row[]> =>
    (
      await payload.db.find<Row & Record<string, unknown>>({
        collection,
        where,
        sort: ['-createdAt', 'id'],
        limit,
        pagination: false,
        select: { question: true },
        req: {},
      })
    ).docs
  const hidden: string[] = []
  for await (const page of pagesOf<Release>(payload, {
    collection: 'releases',
    where: { audience: { in: AUDIENCES.filter((each) => !audiences.includes(each)) } },
    select: { title: true },
  }))
    hidden.push(...page.map(({ title }) => title))
  const [receipts, cases] = [await latest<Answer>('answers'), await latest<EvalCase>('eval-cases')]
  const all = [
    ...receipts.map(({ question }) => question),
    ...cases.map(({ question }) => question),
    ...hidden.slice(0, limit),
  ]
  return [...new Set(all)]
}

function timesOf(here: readonly AudienceAnswer[], twin: readonly AudienceAnswer[]): AudienceProof['times'] {
  const outcomes = [...new Set(here.map(({ told }) => String(told['outcome'])))]
  const middle = (answers: readonly AudienceAnswer[], outcome: string): number => {
    const times = answers.filter(({ told }) => told['outcome'] === outcome).map(({ ms }) => ms)
    return Math.round(times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0)
  }
  return Object.fromEntries(
    outcomes.map((outcome) => [outcome, { here: middle(here, outcome), twin: middle(twin, outcome) }]),
  )
}

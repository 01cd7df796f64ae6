import { createLocalReq } from 'payload'
import { readCases, type EvalCase } from '../../evals/evalCase'
import { goldOf } from '../../src/commands/storedCases/keepCase'
import type { Deps } from '../../src/deps'
import { EVAL_KINDS, GOVERNED_COLLECTIONS, type GovernedCollection, type Outcome } from '../../src/vocabulary'
import type { DemoPeople } from './seedDemo'

/** Questions of each kind that are taken from the golden set. */
const OF_EACH_KIND = 2

/** The demo publishes its article on the Nordic countries; the golden set is about the time before. */
const LATER = /norway|sweden|denmark|finland|nordic/i

const EXPECTED: Partial<Record<string, Outcome>> = {
  conflict: 'escalated',
  handoff: 'escalated',
  unanswerable: 'refused',
  not_in_force: 'refused',
  internal_only: 'refused',
  chitchat_oos: 'refused',
  injection: 'refused',
}

/** Keeps the first questions of each kind of the golden set as eval cases, unless cases of it are kept. @returns how many. */
export const keepDemoCases = async ({ payload }: Deps, { bot }: Pick<DemoPeople, 'bot'>): Promise<number> => {
  const { totalDocs } = await payload.count({
    collection: 'eval-cases',
    where: { origin: { equals: 'acceptance' } },
  })
  if (totalDocs) return 0
  const cases = (await readCases('evals/datasets/demo')).filter(({ question }) => !LATER.test(question))
  const kept = EVAL_KINDS.flatMap((kind) => cases.filter((each) => each.kind === kind).slice(0, OF_EACH_KIND))
  const documents = await documentsByKey(payload)
  const req = await createLocalReq({}, payload)
  for (const each of kept)
    await payload.create({
      collection: 'eval-cases',
      data: {
        ...contentOf(each),
        gold: goldOf(each.gold.flatMap((key) => documents.get(key) ?? [])),
        audiences: bot.audiences,
        locale: 'en-GB',
        origin: 'acceptance',
        active: true,
      },
      depth: 0,
      req,
    })
  return kept.length
}

const contentOf = ({ question, kind, history, answer_key, leak_strings }: EvalCase) => ({
  question,
  kind: EVAL_KINDS.find((each) => each === kind) ?? ('answerable' as const),
  expectedOutcome: EXPECTED[kind ?? ''] ?? ('answered' as const),
  history: (history ?? []).map(({ role, content }) => ({
    role: role === 'user' ? ('user' as const) : ('assistant' as const),
    content,
  })),
  answerKey: (answer_key ?? []).map((alternatives) => alternatives.join(' | ')),
  leakStrings: leak_strings ?? [],
})

const documentsByKey = async (payload: Deps['payload']) => {
  const found = new Map<string, { collection: GovernedCollection; id: string }>()
  for (const collection of GOVERNED_COLLECTIONS) {
    const { docs } = await payload.find({
      collection,
      select: { sourceKey: true },
      depth: 0,
      pagination: false,
    })
    for (const { id, sourceKey } of docs) if (sourceKey) found.set(sourceKey, { collection, id })
  }
  return found
}

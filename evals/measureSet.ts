import { access } from 'node:fs/promises'
import path from 'node:path'
import { VouchError } from '../src/errors'
import type { Deps } from '../src/deps'
import { installedTexts } from './baselines/installedTexts'
import { openNaive, type Naive, type NaiveDocument } from './baselines/naive'
import { toRecord, type CaseRecord } from './caseRecord'
import type { CaseResult } from './caseResult'
import { idOf, readDocuments, remembering } from './corpus'
import { costOf } from './metrics/cost'
import { circumstancesOf } from './runFile'
import type { EvalRun, QuestionRun } from './evalRun'
import { runInstalled } from './runInstalled'
import { runSet, type SetRun } from './runSet'
import { summarize } from './summary/summarize'
import { TEXT_SETS } from './texts/registry'

export type Measuring = Omit<SetRun, 'limit'> & {
  /** Of the documents that are in force here, with their governance; of the set's own in memory when absent. */
  deps?: Deps
  questions?: string
}

/**
 * Measures a set by what is in its folder: labelled texts, questions with their documents, or questions for an installation.
 * @throws {VouchError} when it is none of these.
 */
export const measureSet = async (o: Measuring): Promise<EvalRun> => {
  if (!(await exists(o.set))) throw new VouchError(`There is no folder ${o.set}.`)
  const name = path.basename(path.resolve(o.set))
  const texts = path.join(o.set, 'texts.jsonl')
  if (await exists(texts)) return measureTexts({ ...o, name, file: texts })
  if (o.deps) return measureInstalled({ ...o, deps: o.deps, name })
  const documents = path.join(o.set, 'documents.jsonl')
  if (!(await exists(documents)))
    throw new VouchError(
      `There is no documents.jsonl in ${o.set}: ask the installation that has its documents, with --installed.`,
    )
  return measureInMemory({ ...o, name, documents })
}

const measureTexts = async (o: Measuring & { name: string; file: string }): Promise<EvalRun> => {
  const scorer = TEXT_SETS[o.name]
  if (!scorer)
    throw new VouchError(
      `Nothing is known of the labels of ${o.set}. Known: ${Object.keys(TEXT_SETS).join(', ')}.`,
    )
  const measures = await scorer(o)
  return { form: 'texts', set: o.name, circumstances: circumstancesIn(o), measures }
}

const measureInMemory = async (o: Measuring & { name: string; documents: string }): Promise<QuestionRun> => {
  const before = o.model?.usage?.()
  const results = await runSet(o)
  const cost = costOf({ before, after: o.model?.usage?.(), questions: results.length })
  const naive =
    o.model &&
    (await openNaive({ documents: await textsIn(o.documents), model: remembering(o.model, o.cacheDir) }))
  return questionRun(o, { results, cost, naive, refusals: null, where: 'memory' })
}

const measureInstalled = async (o: Measuring & { name: string; deps: Deps }): Promise<QuestionRun> => {
  const before = o.model?.usage?.()
  const { results, refusals } = await runInstalled({ ...o.deps, model: o.model }, o)
  const cost = costOf({ before, after: o.model?.usage?.(), questions: results.length })
  const naive =
    o.model &&
    (await openNaive({ documents: await installedTexts(o.deps.payload, goldOf(results)), model: o.model }))
  return questionRun(o, { results, cost, naive, refusals, where: 'installation' })
}

const goldOf = (results: readonly CaseResult[]): Set<string> =>
  new Set(results.flatMap(({ evalCase }) => evalCase.gold))

const textsIn = async (file: string): Promise<NaiveDocument[]> =>
  (await readDocuments(file)).map((document) => ({
    id: idOf(document),
    title: document.title,
    text: document.markdown,
  }))

interface Asked extends Pick<QuestionRun, 'cost' | 'where' | 'refusals'> {
  results: CaseResult[]
  naive: Naive | null
}

const questionRun = async (o: Measuring & { name: string }, asked: Asked): Promise<QuestionRun> => {
  const { results, naive, cost, where, refusals } = asked
  const records: CaseRecord[] = []
  for (const result of results)
    records.push(toRecord(result, naive && (await naive.ask(result.evalCase.question))))
  return {
    form: 'questions',
    set: o.name,
    circumstances: circumstancesIn(o),
    where,
    audiences: o.audiences,
    cost,
    refusals,
    summary: summarize(records),
    records,
  }
}

const circumstancesIn = ({ model, calibration }: Measuring) =>
  circumstancesOf({ embeddingModel: model?.id ?? null, calibration: calibration.id })

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )

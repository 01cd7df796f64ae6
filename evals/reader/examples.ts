import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { retrievalQuestion } from '../../src/answer/rewrite'
import { CONSIDERED } from '../../src/answer/resolve'
import { vectorsFor } from '../../src/answer/reader/words/vectors'
import type { ResolvePorts } from '../../src/answer/find'
import type { Audience } from '../../src/vocabulary'
import { sliceOf, type PlacedUnit } from '../../src/answer/units/placedUnits'
import { mended } from '../../src/retrieval/spelling'
import type { EmbeddingModel } from '../../src/retrieval/types'
import { openCorpus, remembering } from '../corpus'
import { localeOf, messagesOf, readCases, type EvalCase } from '../evalCase'
import { readJsonLines } from '../jsonLines'
import type { AnswerKey } from '../metrics/answerIsRight'
import { folded } from './folded'
import type { ReadExample } from './readExample'

/** The questions of a set, each with the passages and vectors that the product would read for it. */
export async function readExamples(o: {
  directory: string
  model: EmbeddingModel
  denseWeight: number
  cacheDir: string
  /** At most so many questions, evenly taken. */
  most?: number
}): Promise<ReadExample[]> {
  const work = mkdtempSync(path.join(tmpdir(), 'vouch-reader-'))
  const set = path.basename(o.directory)
  const model = remembering(o.model, o.cacheDir)
  const evidence = await asSet(o.directory, work)
  const corpus = await openCorpus({ ...o, model, documents: path.join(work, 'documents.jsonl') })
  try {
    const all = (await readCases(work)).filter(({ answerable }) => answerable !== undefined)
    const every = Math.max(1, Math.ceil(all.length / (o.most ?? Infinity)))
    const examples: ReadExample[] = []
    for (const each of all.filter((_, i) => i % every === 0))
      examples.push(
        await toExample(each, { set, model, ports: corpus.ports, evidence: evidence.get(each.id) ?? [] }),
      )
    return examples
  } finally {
    await corpus.close()
    rmSync(work, { recursive: true, force: true })
  }
}

/** A case with the passages and vectors that the product would read for it. */
export async function toExample(
  each: EvalCase,
  o: {
    set: string
    model: EmbeddingModel
    ports: ResolvePorts
    evidence: readonly string[]
    audiences?: readonly Audience[]
    /** The document's id in the set; the same unless told. */
    ofDocument?: (id: string) => string
  },
): Promise<ReadExample> {
  const { set, model, ports, evidence, audiences = ['public'], ofDocument = (id) => id } = o
  const locale = localeOf(each)
  const asked = retrievalQuestion({ question: each.question, messages: messagesOf(each), locale })
  const request = { question: asked, at: Date.now(), audiences, limit: CONSIDERED, locale }
  const { candidates, expansion } = await ports.retrieve(request)
  const question = mended(asked, expansion?.corrections ?? [])
  const found = await ports.hydrate(candidates, request)
  const passages = found.map((passage) =>
    Object.assign({}, passage, { document: { ...passage.document, id: ofDocument(passage.document.id) } }),
  )
  const vectors = await vectorsFor({ question, passages, model, withinMs: 600_000 })
  if (!vectors) throw new TypeError('The embedding model gave no vectors.')
  return {
    set,
    id: each.id,
    kind: each.kind ?? '',
    document: each.gold[0] ?? each.id,
    answerable: each.answerable === true,
    question,
    locale,
    passages,
    vectors,
    key: keyOf(each),
    evidence,
  }
}

const keyOf = ({ answerable, gold, answer_key, answers }: EvalCase): AnswerKey => ({
  answerable: answerable === true,
  gold,
  ...(answer_key && { answerKey: answer_key }),
  ...(answers && { answers }),
})

/** Whether a unit carries the answer or a part of it. */
export function carries(placed: PlacedUnit, { answerable, key, evidence }: ReadExample): boolean {
  if (!answerable || !key.gold.includes(placed.passage.document.id)) return false
  if (evidence.length > 0) {
    const own = folded(sliceOf(placed.passage, placed.unit))
    return own.length > 3 && evidence.some((one) => folded(one).includes(own) || own.includes(folded(one)))
  }
  const said = folded([...placed.leads, placed.text].join(' '))
  if (key.answerKey) return key.answerKey.every((any) => any.some((one) => said.includes(folded(one))))
  return (key.answers ?? []).some((answer) => said.includes(folded(answer)))
}

const lineSchema = z.record(z.string(), z.unknown())

/** `reading` names its fields otherwise than the other sets; writes both in one shape, and returns the marked evidence. */
async function asSet(directory: string, work: string): Promise<Map<string, string[]>> {
  const evidence = new Map<string, string[]>()
  const documents = await readJsonLines(path.join(directory, 'documents.jsonl'), lineSchema)
  const questions = await readJsonLines(path.join(directory, 'questions.jsonl'), lineSchema)
  const write = (name: string, rows: readonly object[]) =>
    writeFileSync(path.join(work, name), rows.map((row) => JSON.stringify(row)).join('\n'))
  write(
    'documents.jsonl',
    documents.map((row) => Object.assign({ text: row['markdown'] }, row, { kind: undefined })),
  )
  write(
    'questions.jsonl',
    questions.map((row) => asCase(row, evidence)),
  )
  return evidence
}

function asCase(row: Record<string, unknown>, evidence: Map<string, string[]>): Record<string, unknown> {
  const { id, kind, question, doc, history, answerable, answer_key: key } = row
  if (doc === undefined) return row
  if (Array.isArray(row['evidence']) && row['evidence'].length) evidence.set(String(id), row['evidence'])
  return {
    id,
    kind,
    question,
    gold: [doc],
    answerable,
    history: history ?? undefined,
    answer_key: key ?? undefined,
  }
}

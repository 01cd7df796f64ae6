import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import PQueue from 'p-queue'
import { openNaive } from '../../evals/baselines/naive'
import { openCorpus, type Corpus } from '../../evals/corpus'
import { neverUnsure } from '../../evals/neverUnsure'
import { anonymousTurn } from '../../src/answer/anonymousTurn'
import { createCrossEncoder } from '../../src/answer/reader/local/crossEncoder'
import { defaultCalibration } from '../../src/answer/calibration'
import { resolve } from '../../src/answer/resolve'
import type { Resolution } from '../../src/answer/types'
import { load, mean, rounded, showTable, spread, timed } from './measure'
import { countedModel } from './model'
import { seeded, someWords, type Random } from './random'

const CALLERS = [1, 8, 32]
const QUESTIONS = 64
const SENTENCES = 5
const SENTENCE_WORDS = 18
const BUDGET_MS = 60_000

interface Text {
  id: string
  title: string
  text: string
}

/**
 * What one answer takes in quoting mode, from the turn to the decision with its quotations, over so many chunks in an
 * embedded store and as many texts in memory, while 1, 8 and 32 callers wait for theirs; and beside it LangChain's
 * tutorial over the same texts. The embedder is words hashed to dimensions and its time is taken off, so that what is
 * left is ours. Nothing is too unsure, so that every question goes through every stage.
 */
export const benchAnswer = async ({ chunks }: { chunks: number }) => {
  const directory = mkdtempSync(path.join(tmpdir(), 'vouch-bench-'))
  const texts = makeTexts(chunks)
  const documents = path.join(directory, 'documents.jsonl')
  writeFileSync(documents, texts.map((text) => JSON.stringify(text)).join('\n'))
  const model = countedModel('hash', directory)
  const encoder = createCrossEncoder({ threads: 2 })
  const corpus = await openCorpus({ documents, model, denseWeight: 0.5, cacheDir: directory, encoder })
  const naive = await openNaive({ documents: texts, model })
  const embedder = await embedderMs(model)
  const rows = []
  for (const callers of CALLERS) {
    const ours = await askAll(questionsFrom(texts, callers), callers, (question) => answer(corpus, question))
    const theirs = await askAll(questionsFrom(texts, callers), callers, (question) => naive.ask(question))
    rows.push({ callers, ...compared(without(embedder, ours), without(embedder, theirs)) })
  }
  const stages = await stagesOf(corpus, questionsFrom(texts, 0).slice(0, 32))
  await corpus.close()
  await encoder.close()
  rmSync(directory, { recursive: true, force: true })
  showTable(
    `An answer over ${corpus.passages.size} chunks, in ms without the embedder (${naive.chunks} of LangChain's)`,
    rows,
  )
  return {
    chunks: corpus.passages.size,
    naiveChunks: naive.chunks,
    rows,
    ...stages,
    embedderMs: embedder,
    load: load(),
  }
}

const compared = (ours: Measured, theirs: Measured) => {
  const [vouch, langChain] = [spread(ours.times), spread(theirs.times)]
  return {
    p50: vouch.p50,
    p95: vouch.p95,
    'cpu a question': rounded(ours.cpuMs),
    'LangChain p50': langChain.p50,
    'LangChain p95': langChain.p95,
    'LangChain cpu': rounded(theirs.cpuMs),
    'ratio p50': rounded(vouch.p50 / langChain.p50),
    'ratio p95': rounded(vouch.p95 / langChain.p95),
  }
}

interface Measured {
  /** How long each caller waited. */
  times: number[]
  /** Of all threads, a question: what is left when other processes' share of the cores is not counted. */
  cpuMs: number
}

const without = (ms: number, { times, cpuMs }: Measured): Measured => ({
  times: times.map((time) => Math.max(0, time - ms)),
  cpuMs: cpuMs - ms,
})

/** Each chunk a document: a title, and five sentences of invented words. */
const makeTexts = (count: number): Text[] => {
  const random = seeded(count)
  return Array.from({ length: count }, (_, i) => ({
    id: `document-${i}`,
    title: someWords(random, 4),
    text: Array.from({ length: SENTENCES }, () => sentence(random)).join(' '),
  }))
}

const sentence = (random: Random): string => {
  const words = someWords(random, SENTENCE_WORDS)
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

/** Every second word of a sentence and of the title of some text; other ones for every `seed`. */
const questionsFrom = (texts: readonly Text[], seed: number): string[] => {
  const random = seeded(seed + 1)
  return Array.from({ length: QUESTIONS }, () => {
    const { title, text } = texts[random.below(texts.length)] ?? { title: '', text: '' }
    const from = text.split('. ')[random.below(SENTENCES)] ?? ''
    const words = from.split(' ').filter((_, i) => i % 2 === 0)
    return `What ${words.join(' ').toLowerCase()} ${title}?`
  })
}

const answer = ({ ports }: Corpus, question: string) =>
  resolve({
    turn: anonymousTurn({ question }),
    bot: { id: 'bench', name: 'bench', audiences: ['public'], locales: [] },
    ports,
    calibration: neverUnsure(defaultCalibration),
    budgetMs: BUDGET_MS,
  })

/** The time of each question, with so many under way at once. */
const askAll = async (
  questions: readonly string[],
  callers: number,
  ask: (question: string) => Promise<unknown>,
): Promise<Measured> => {
  // Not counted: what is opened and compiled at the first.
  for (const question of questions.slice(0, WARM_UP)) await ask(question)
  const queue = new PQueue({ concurrency: callers })
  const asked = questions.slice(WARM_UP)
  const before = process.cpuUsage()
  const times = await queue.addAll(asked.map((question) => () => timed(() => ask(question))))
  const { user, system } = process.cpuUsage(before)
  return { times, cpuMs: (user + system) / 1_000 / asked.length }
}

const WARM_UP = 20

const embedderMs = async (model: ReturnType<typeof countedModel>): Promise<number> => {
  const random = seeded(7)
  const times = []
  for (let i = 0; i < 100; i++) times.push(await timed(() => model.embed([someWords(random, 14)], 'query')))
  return rounded(mean(times), 3)
}

/** Asked one after the other: the share answered, and the mean ms of each stage. */
const stagesOf = async (corpus: Corpus, questions: readonly string[]) => {
  const resolutions: Resolution[] = []
  for (const question of questions) resolutions.push(await answer(corpus, question))
  const stages = Object.keys(resolutions[0]?.timings ?? {})
  return {
    answered: mean(resolutions.map(({ decision }) => (decision.outcome === 'answered' ? 1 : 0))),
    stages: Object.fromEntries(
      stages.map((stage) => [stage, rounded(mean(resolutions.map(({ timings }) => timings[stage] ?? 0)))]),
    ),
  }
}

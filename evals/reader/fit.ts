import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { Command } from 'commander'
import { weigh } from '../../src/answer/reader/words/read'
import { featureUnits, UNIT_FEATURES } from '../../src/answer/reader/words/unitFeatures'
import { VERDICT_FEATURES } from '../../src/answer/reader/words/verdictFeatures'
import {
  wordsModelSchema,
  type WordsCoefficients,
  type WordsModel,
} from '../../src/answer/reader/words/model'
import { createCrossEncoder, type CrossEncoder } from '../../src/answer/reader/local/crossEncoder'
import { readUnits } from '../../src/answer/reader/local/read'
import { createMiniLM } from '../../src/retrieval/embeddings/minilm'
import { fitLogistic, type LabelledRow } from '../calibration/fitLogistic'
import { remembering } from '../corpus'
import { demoExamples } from './demoExamples'
import { carries, readExamples } from './examples'
import type { ReadExample } from './readExample'
import { judgeReading } from './judgeReading'
import { measureReader } from './measure'
import { rememberingEncoder } from './rememberingEncoder'
import { isHeldOut, SETS, wasTrainedOn } from './sets'

/** Signs that only vectors can give, and those that mean something else in a search by words alone. */
const OF_VECTORS = new Set<string>(
  'cosine cosineLead cosineLift ownCosine allCosine hasCosine dense denseTop denseLift score legsAgree margin odds lead others rank'.split(
    ' ',
  ),
)

const OF_ENCODER = new Set<string>('reads readsWindow readsShare unread readsTop readsLead'.split(' '))

const command = new Command('fit')
  .description('fits the words reader, and measures it on documents and hands that it never saw')
  .requiredOption('--data <folder>', 'where the sets lie')
  .option('--models <folder>', 'the embedding model', 'models')
  .option('--cache <folder>', 'where vectors are kept', 'data/evals')
  .option('--out <file>', 'the model; in its reader’s folder unless told')
  .option('--rows <file>', 'the verdicts’ rows, for looking at')
  .option('--only <pattern>', 'only sets whose names match')
  .option('--measure', 'fit nothing: measure what ships')
  .option('--local', 'the local reader: its cross-encoder reads too, and its weights are what is fitted')
  .parse()
const options = command.opts<{
  data: string
  models: string
  cache: string
  out?: string
  rows?: string
  only?: string
  measure?: boolean
  local?: boolean
}>()

if (!process.execArgv.includes('--conditions=production'))
  throw new TypeError(
    'Start it with: node --conditions=production --import tsx evals/reader/fit.ts. Otherwise the golden set waits for ever.',
  )
const miniLM = createMiniLM({ directory: path.resolve(options.models) })
// Nobody asks anything meanwhile, so passages need not wait for questions.
const model = remembering({ ...miniLM, embed: (texts) => miniLM.embed(texts, 'query') }, options.cache)
// Workers that wait do not keep the process alive.
const alive = setInterval(() => {}, 1_000)
/** Of each hand that trains, so many questions of kept documents fit the verdict: reading takes a third of a second each. */
const HAND_QUESTIONS = 50

const encoder = options.local ? rememberingEncoder(createCrossEncoder({ threads: 2 }), options.cache) : null
const examples: ReadExample[] = []
for (const { name, most, own } of SETS.filter(
  (set) => set.name.match(options.only ?? '') && (options.local || !set.own),
)) {
  const started = Date.now()
  const read =
    name === 'golden'
      ? await demoExamples(model)
      : await readExamples({
          directory: own ? path.join(import.meta.dirname, 'hands', name) : path.join(options.data, name),
          model,
          denseWeight: 0.6,
          cacheDir: options.cache,
          ...(most && { most }),
        })
  // What the cross-encoder was trained on would make it look surer than it is.
  const fresh = encoder ? read.filter((example) => !wasTrainedOn(example)) : read
  if (own) fresh.splice(HAND_QUESTIONS)
  for (const example of fresh) examples.push(encoder ? await readBy(encoder, example) : example)
  console.error(`${name}: ${fresh.length} questions, ${Math.round((Date.now() - started) / 1000)} s`)
}
await model.close?.()
await encoder?.close()
clearInterval(alive)

if (!options.measure) {
  const train = examples.filter((example) => !isHeldOut(example))
  const fitted: WordsModel = {
    id: `${options.local ? 'local' : 'words'}-1-${train.length}`,
    withVectors: fitOne(train, true),
    wordsAlone: fitOne(train, false),
  }
  const out = options.out ?? `src/answer/reader/${options.local ? 'local' : 'words'}/model.json`
  writeFileSync(out, `${JSON.stringify(wordsModelSchema.parse(fitted), null, 2)}\n`)
  console.log(measureReader(examples, fitted))
  if (options.rows)
    writeFileSync(
      options.rows,
      JSON.stringify(
        examples.map((example) => ({
          set: example.set,
          id: example.id,
          held: isHeldOut(example),
          answerable: example.answerable,
          ...verdictRow(example, fitted, true),
        })),
      ),
    )
} else {
  const { wordsModel } = await import('../../src/answer/reader/words/model')
  const { localModel } = await import('../../src/answer/reader/local/model')
  console.log(measureReader(examples, options.local ? localModel : wordsModel))
}

async function readBy(encoder: CrossEncoder, example: ReadExample): Promise<ReadExample> {
  return { ...example, read: await readUnits(encoder, { ...example, withinMs: 600_000 }) }
}

function fitOne(train: readonly ReadExample[], withVectors: boolean): WordsCoefficients {
  const isUsed = (name: string) =>
    (withVectors || !OF_VECTORS.has(name)) && (options.local || !OF_ENCODER.has(name))
  // Beside what the cross-encoder says, the signs of words made the verdict worse on hands that it had not seen (ADR 15).
  const isOfVerdict = options.local ? (name: string) => OF_ENCODER.has(name) : isUsed
  const unit = rounded(
    fitLogistic({
      rows: train.flatMap((each) => unitRows(each, withVectors)),
      names: UNIT_FEATURES.filter(isUsed),
      l2: 20,
      iterations: 9,
    }),
  )
  const half = { unit, verdict: { intercept: 0, weights: {} } }
  const before = wordsModelSchema.parse({ id: 'half', withVectors: half, wordsAlone: half })
  const rows = train.map((each) => verdictRow(each, before, withVectors)).filter((row) => row !== null)
  return {
    unit,
    verdict: rounded(
      fitLogistic({ rows, names: VERDICT_FEATURES.filter(isOfVerdict), l2: 10, iterations: 20 }),
    ),
  }
}

function unitRows(example: ReadExample, withVectors: boolean): LabelledRow[] {
  const { units } = featureUnits({ ...example, vectors: withVectors ? example.vectors : null })
  return units.map(({ placed, features }) => ({
    features,
    answered: carries(placed, example),
    weight: weightOf(example),
  }))
}

function verdictRow(example: ReadExample, fitted: WordsModel, withVectors: boolean): LabelledRow | null {
  const { units, answered, features } = weigh(
    { ...example, vectors: withVectors ? example.vectors : null },
    fitted,
  )
  if (!features) return null
  const { right } = judgeReading(example, { reader: fitted.id, units, answered, span: null })
  return { features, answered: right, weight: weightOf(example) }
}

function weightOf({ set }: ReadExample): number {
  return SETS.find(({ name }) => name.endsWith(set))?.weight ?? 1
}

function rounded({ intercept, weights }: { intercept: number; weights: Record<string, number> }) {
  const short = (value: number) => Number(value.toFixed(3))
  return {
    intercept: short(intercept),
    weights: Object.fromEntries(Object.entries(weights).map(([name, value]) => [name, short(value)])),
  }
}

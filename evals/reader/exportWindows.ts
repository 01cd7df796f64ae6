import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import path from 'node:path'
import { Command } from 'commander'
import { windowsOf, type ReadWindow } from '../../src/answer/reader/local/windows'
import type { PlacedUnit } from '../../src/answer/units/placedUnits'
import { createMiniLM } from '../../src/retrieval/embeddings/minilm'
import { remembering } from '../corpus'
import { carries, readExamples } from './examples'

/** Writes what the reader is shown for each question of some sets, one question a line, for `train.py`. */
const options = new Command('exportWindows')
  .requiredOption('--sets <folders...>', 'folders with documents.jsonl and questions.jsonl')
  .requiredOption('--out <file>', 'JSON lines')
  .option('--models <folder>', 'the embedding model', 'models')
  .option('--cache <folder>', 'where vectors are kept', 'data/evals')
  .option('--most <count>', 'questions of a set', Number)
  .parse()
  .opts<{ sets: string[]; out: string; models: string; cache: string; most?: number }>()

const miniLM = createMiniLM({ directory: path.resolve(options.models) })
const model = remembering({ ...miniLM, embed: (texts) => miniLM.embed(texts, 'query') }, options.cache)
const alive = setInterval(() => {}, 1_000)
const out = createWriteStream(options.out)
for (const directory of options.sets) {
  const examples = await readExamples({
    directory,
    model,
    denseWeight: 0.6,
    cacheDir: options.cache,
    ...(options.most && { most: options.most }),
  })
  for (const example of examples)
    out.write(
      `${JSON.stringify({
        set: example.set,
        id: example.id,
        document: example.document,
        kind: example.kind,
        question: example.question,
        answerable: example.answerable,
        windows: windowsOf(example.passages).map(({ lines }) =>
          joined(lines, (unit) => carries(unit, example)),
        ),
      })}\n`,
    )
  console.error(`${directory}: ${examples.length} questions`)
}
out.end()
await once(out, 'finish')
await model.close?.()
clearInterval(alive)

/** The lines as one text, and where in it its units stand and whether they answer. */
function joined(lines: ReadWindow['lines'], answers: (unit: PlacedUnit) => boolean) {
  const units: [number, number, number][] = []
  let text = ''
  for (const line of lines) {
    if (text !== '') text += '\n'
    const start = text.length
    text += line.text
    if (line.unit) units.push([start, text.length, answers(line.unit) ? 1 : 0])
  }
  return { text, units }
}

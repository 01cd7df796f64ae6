import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCorpus, type Corpus } from '../../evals/corpus'
import { anonymousTurn } from '../../src/answer/anonymousTurn'
import { defaultCalibration } from '../../src/answer/calibration'
import { resolve } from '../../src/answer/resolve'
import { createMiniLM } from '../../src/retrieval/embeddings/minilm'

const modelDir = path.resolve(process.env['VOUCH_MODEL_DIR'] ?? './models')
const present = existsSync(path.join(modelDir, 'model.onnx'))
if (!present) console.warn(`SKIPPED: a first text by meaning; no weights in ${modelDir}.`)

const TEXTS = [
  {
    id: 'returns',
    title: 'Returns',
    text: 'You can return goods within 30 days of delivery. Sending them back is free.',
  },
  { id: 'delivery', title: 'Delivery', text: 'Parcels arrive within 2 to 4 working days.' },
]

describe.skipIf(!present).each([1, 2])('an installation with %i text(s)', (size) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'vouch-first-'))
  const model = createMiniLM({ directory: modelDir, root: process.cwd() })
  let corpus: Corpus

  beforeAll(async () => {
    const documents = path.join(folder, 'documents.jsonl')
    writeFileSync(
      documents,
      TEXTS.slice(0, size)
        .map((text) => JSON.stringify(text))
        .join('\n'),
    )
    corpus = await openCorpus({ documents, model, denseWeight: 0.6, cacheDir: folder })
  })
  afterAll(async () => {
    await corpus.close()
    await model.close?.()
    rmSync(folder, { recursive: true, force: true })
  })

  const ask = (question: string) =>
    resolve({
      turn: anonymousTurn({ question }),
      bot: { id: 'first', name: 'first', audiences: ['public'], locales: [] },
      ports: corpus.ports,
      calibration: defaultCalibration,
      budgetMs: 20_000,
    })

  it.each(['Within how many days can I return goods?', 'can i send it back for free?'])(
    'answers from it: %s',
    async (question) => {
      expect((await ask(question)).decision.outcome).toBe('answered')
    },
  )

  it.each([
    'Do you ship returned pianos to Norway?',
    'What time do you close on Sundays?',
    'Do you have gift cards?',
  ])('does not take it for an answer to anything: %s', async (question) => {
    expect((await ask(question)).decision.outcome).toBe('refused')
  })
})

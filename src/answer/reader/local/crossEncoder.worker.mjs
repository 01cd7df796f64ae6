// @ts-check
/**
 * The local reader's model in a thread of its own: a question and windows of text in, how likely each window answers and where in
 * it out. One window at a time: a padded batch is no faster, and whoever waits no longer is told so between two.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { gunzipSync } from 'node:zlib'
import { Tokenizer } from '@huggingface/tokenizers'
import ort from 'onnxruntime-node'

const MAX_TOKENS = 192
const QUESTION_TOKENS = 64
/** More than `MAX_TOKENS` of any text; the rest need not be tokenized. */
const MAX_CHARACTERS = 6_000

/** @typedef {{ call: number, method: string, args: { question: string, windows: string[][], until: number, enough?: number } }} Call */

/** @type {{ weights: string, tokenizer: string, sha256: string, threads: number }} */
const { weights, tokenizer: vocabulary, sha256, threads } = workerData
const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort)
/** @type {Promise<{ session: ort.InferenceSession, tokenizer: Tokenizer, cls: number, sep: number }> | null} */
let model = null
/** @type {Promise<void>} */
let turn = Promise.resolve()
let closing = false

port.on('message', (/** @type {Call} */ { call, method, args }) => {
  if (method === 'close') return void end()
  if (method === 'load')
    return void reply(call, async () => {
      await loaded()
    })
  turn = turn.then(() => reply(call, () => readAll(args)))
})

/** Ends the thread after the window that is being read: onnxruntime aborts the process when its thread is taken away. */
async function end() {
  closing = true
  await turn
  const open = await model?.catch(() => null)
  await open?.session.release()
  port.close()
}

/**
 * @param {number} call
 * @param {() => Promise<unknown>} work
 */
async function reply(call, work) {
  try {
    port.postMessage({ call, result: await work() })
  } catch (error) {
    port.postMessage({ call, failure: { message: error instanceof Error ? error.message : String(error) } })
  }
}

/** @param {Call['args']} args */
async function readAll({ question, windows, until, enough = Infinity }) {
  const ready = await loaded()
  const read = []
  for (const lines of windows) {
    if (closing || Date.now() > until) break
    const reading = await readOne(ready, question, lines)
    read.push(reading)
    if (reading.answers >= enough) break
  }
  return read
}

/** The model, opened once; after a failure anew. */
async function loaded() {
  model ??= load()
  return model.catch((error) => {
    model = null
    throw error
  })
}

async function load() {
  const packed = readFileSync(weights)
  if (createHash('sha256').update(packed).digest('hex') !== sha256)
    throw new Error(`${weights} is not the file that belongs here`)
  const file = JSON.parse(readFileSync(vocabulary, 'utf8'))
  const tokenizer = new Tokenizer(file, {})
  const session = await ort.InferenceSession.create(gunzipSync(packed), {
    intraOpNumThreads: threads,
    enableCpuMemArena: false,
    // Threads that spin while they wait take the processor from everyone else.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  })
  const { '[CLS]': cls, '[SEP]': sep } = file.model.vocab
  return { session, tokenizer, cls, sep }
}

/**
 * @param {Awaited<ReturnType<typeof load>>} loaded
 * @param {string} question
 * @param {string[]} lines
 */
async function readOne({ session, tokenizer, cls, sep }, question, lines) {
  const idsOf = (/** @type {string} */ text) =>
    tokenizer.encode(text.slice(0, MAX_CHARACTERS), { add_special_tokens: false }).ids
  const asked = idsOf(question).slice(0, QUESTION_TOKENS)
  const ids = [cls, ...asked, sep]
  const from = ids.length
  /** Which line each token of the text is of. */
  const lineOf = []
  for (const [i, line] of lines.entries())
    for (const id of idsOf(line)) {
      if (ids.length === MAX_TOKENS - 1) break
      ids.push(id)
      lineOf.push(i)
    }
  ids.push(sep)
  const { answer: answers, pointer } = await session.run({
    input_ids: tensor(ids),
    attention_mask: tensor(ids.map(() => 1)),
    token_type_ids: tensor(ids.map((_, i) => (i >= from && i < ids.length - 1 ? 1 : 0))),
  })
  const logits = /** @type {Float32Array} */ (pointer?.data)
  const most = Math.max(...logits)
  const whole = logits.reduce((sum, logit) => sum + Math.exp(logit - most), 0)
  const shares = lines.map(() => 0)
  for (const [i, line] of lineOf.entries())
    shares[line] = (shares[line] ?? 0) + Math.exp((logits[from + i] ?? -Infinity) - most) / whole
  return { answers: Number(answers?.data[0]), shares }
}

/** @param {number[]} values */
const tensor = (values) => new ort.Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length])

// @ts-check
/**
 * all-MiniLM-L6-v2 (int8 ONNX) in a thread of its own. One text at a time: its vectors do not depend on the batch, and a
 * padded batch is no faster (design.md). Queries go before passages, so that indexing never delays a live question.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { Tokenizer } from '@huggingface/tokenizers'
import ort from 'onnxruntime-node'

const DIMENSIONS = 384
const MAX_TOKENS = 256
/** More than 256 tokens of any text; the rest need not be tokenized. */
const MAX_CHARACTERS = 8_000

/**
 * @typedef {{ texts: string[], kind: 'query' | 'passage' }} EmbedArgs
 * @typedef {{ call: number, texts: string[], vectors: Float32Array, done: number }} Job
 */

/** @type {{ directory: string, threads: number }} */
const { directory, threads } = workerData
const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort)
/** @type {{ query: Job[], passage: Job[] }} */
const queues = { query: [], passage: [] }
let running = false
/** @type {Promise<{ session: ort.InferenceSession, tokenizer: Tokenizer }> | null} */
let model = null

port.on('message', (/** @type {{ call: number, args: EmbedArgs }} */ { call, args }) => {
  const vectors = new Float32Array(args.texts.length * DIMENSIONS)
  queues[args.kind].push({ call, texts: args.texts, vectors, done: 0 })
  if (!running) void work()
})

async function work() {
  running = true
  for (let job = next(); job; job = next()) {
    try {
      await step(job)
    } catch (error) {
      drop(job)
      port.postMessage({
        call: job.call,
        failure: { message: error instanceof Error ? error.message : String(error) },
      })
    }
    // Lets a query that arrived meanwhile take its place before the next passage.
    await new Promise((resolve) => setImmediate(resolve))
  }
  running = false
}

const next = () => queues.query[0] ?? queues.passage[0]

/** @param {Job} job */
async function step(job) {
  if (job.done < job.texts.length) {
    job.vectors.set(await embed(job.texts[job.done] ?? ''), job.done * DIMENSIONS)
    job.done++
  }
  if (job.done < job.texts.length) return
  drop(job)
  port.postMessage({ call: job.call, result: job.vectors }, [/** @type {ArrayBuffer} */ (job.vectors.buffer)])
}

/** @param {Job} job */
function drop(job) {
  for (const queue of [queues.query, queues.passage]) {
    const at = queue.indexOf(job)
    if (at >= 0) queue.splice(at, 1)
  }
}

async function load() {
  const tokenizer = new Tokenizer(
    JSON.parse(readFileSync(path.join(directory, 'tokenizer.json'), 'utf8')),
    {},
  )
  const session = await ort.InferenceSession.create(path.join(directory, 'model.onnx'), {
    intraOpNumThreads: threads,
    // Threads that spin while they wait take the processor from everyone else: twice as slow on two busy cores.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  })
  return { session, tokenizer }
}

/** @param {string} text */
async function embed(text) {
  model ??= load()
  const { session, tokenizer } = await model.catch((error) => {
    model = null
    throw error
  })
  const ids = truncate(tokenizer.encode(text.slice(0, MAX_CHARACTERS)).ids)
  const { last_hidden_state: hidden } = await session.run({
    input_ids: tensor(ids),
    attention_mask: tensor(ids.map(() => 1)),
    token_type_ids: tensor(ids.map(() => 0)),
  })
  return meanOfUnitLength(/** @type {Float32Array} */ (hidden?.data), ids.length)
}

/** @param {number[]} ids keeps the closing [SEP] */
const truncate = (ids) =>
  ids.length > MAX_TOKENS ? [...ids.slice(0, MAX_TOKENS - 1), /** @type {number} */ (ids.at(-1))] : ids

/** @param {number[]} values */
const tensor = (values) => new ort.Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length])

/**
 * @param {Float32Array} hidden one row a token
 * @param {number} tokens
 */
function meanOfUnitLength(hidden, tokens) {
  const mean = new Float32Array(DIMENSIONS)
  for (let i = 0; i < tokens; i++)
    for (let j = 0; j < DIMENSIONS; j++) mean[j] = (mean[j] ?? 0) + (hidden[i * DIMENSIONS + j] ?? 0)
  const norm = Math.hypot(...mean)
  return mean.map((x) => x / norm)
}

// @ts-check
/**
 * all-MiniLM-L6-v2 (int8 ONNX) in a thread of its own. One text at a time: its vectors do not depend on the batch, and a
 * padded batch is no faster (design.md). Calls are answered in the order in which they came.
 */
import { readFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { Tokenizer } from '@huggingface/tokenizers'
import ort from 'onnxruntime-node'

const DIMENSIONS = 384
const MAX_TOKENS = 256
/** More than 256 tokens of any text; the rest need not be tokenized. */
const MAX_CHARACTERS = 8_000

/** @type {{ directory: string, threads: number, niceness: number }} */
const { directory, threads, niceness } = workerData
const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort)
/** @type {Promise<{ session: ort.InferenceSession, tokenizer: Tokenizer }> | null} */
let model = null
/** @type {Promise<void>} */
let turn = Promise.resolve()

// On Linux a priority is a thread's, and its children's; elsewhere it would be the whole process's.
if (niceness && process.platform === 'linux') setPriority(niceness)

let closing = false

port.on(
  'message',
  (/** @type {{ call: number, method: string, args: string[] }} */ { call, method, args: texts }) => {
    if (method === 'close') return void end()
    turn = answer({ after: turn, call, texts })
  },
)

/** Ends the thread after the text that is being embedded: onnxruntime aborts the process when its thread is taken away. */
async function end() {
  closing = true
  await turn
  const loaded = await model?.catch(() => null)
  await loaded?.session.release()
  port.close()
}

/** @param {{ after: Promise<void>, call: number, texts: string[] }} question */
async function answer({ after, call, texts }) {
  await after
  try {
    const vectors = await embedAll(texts)
    port.postMessage({ call, result: vectors }, [/** @type {ArrayBuffer} */ (vectors.buffer)])
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    port.postMessage({ call, failure: { message } })
  }
}

/** @param {string[]} texts */
async function embedAll(texts) {
  const vectors = new Float32Array(texts.length * DIMENSIONS)
  for (const [i, text] of texts.entries()) {
    if (closing) throw new Error('it was closed')
    vectors.set(await embed(text), i * DIMENSIONS)
  }
  return vectors
}

async function load() {
  const tokenizer = new Tokenizer(
    JSON.parse(readFileSync(path.join(directory, 'tokenizer.json'), 'utf8')),
    {},
  )
  const session = await ort.InferenceSession.create(path.join(directory, 'model.onnx'), {
    intraOpNumThreads: threads,
    // The arena keeps 25 MB for the longest text it has seen, and gains nothing.
    enableCpuMemArena: false,
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

import { writeFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import { Worker } from 'node:worker_threads'
import { LoadError, VouchError } from '../../src/errors'
import { MB } from '../parseLimits'
import type { FromChild, Order, ToChild } from './protocol'
import { TASKS } from './tasks'
import { WATCHDOG, type WatchdogData } from './watchdog'

/** The process that parses what comes from outside: one order after the other, killed when it takes too much. */

const maxBytes = Number(process.argv[2]) * MB
/** Shared with the watchdog. */
const untilCpu = new Float64Array(new SharedArrayBuffer(8))
/** Sent together, so that many small documents are few messages. In characters. */
const BATCH = 256 * 1024
/** Answers go first where both want the processor. */
const NICENESS = 10

const send = (message: FromChild): Promise<void> =>
  new Promise((resolve) => {
    process.send?.(message, () => resolve())
  })

function withdrawn(): void {
  // Ctrl-C and the end of a service reach every process at once; this one ends with the one that it works for.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
  process.on('disconnect', () => process.exit())
  try {
    // Linux: when memory is short, this process goes before any other.
    writeFileSync('/proc/self/oom_score_adj', '1000')
  } catch {
    // Elsewhere its own limit has to do.
  }
  const workerData: WatchdogData = { parent: process.ppid, maxBytes, untilCpu }
  new Worker(WATCHDOG, { eval: true, execArgv: [], workerData }).unref()
}

async function carryOut(order: Order, bytes: Uint8Array): Promise<void> {
  await send({ kind: 'started' })
  const { user, system } = process.cpuUsage()
  untilCpu[0] = user + system + order.maxMilliseconds * 1_000
  const task = TASKS[order.task as keyof typeof TASKS] as (
    args: unknown,
    bytes: Uint8Array,
  ) => AsyncIterable<unknown>
  let batch: unknown[] = []
  let [all, inBatch, count] = [0, 0, 0]
  const flush = async () => {
    if (batch.length) await send({ kind: 'items', items: batch })
    ;[batch, inBatch] = [[], 0]
  }
  for await (const item of task(order.args, bytes)) {
    const size = textIn(item)
    all += size
    if (all > order.maxText) throw new LoadError(tooMuchText(order.maxText))
    if (++count > order.maxItems) throw new LoadError(tooMany(order.maxItems))
    if (inBatch + size > BATCH) await flush()
    batch.push(item)
    inBatch += size
  }
  await flush()
}

const tooMuchText = (maxText: number) =>
  `The file holds more than ${Math.round((maxText / MB) * 100) / 100} MB of text, and no more is read. Split it into smaller files.`
const tooMany = (maxItems: number) =>
  `The file holds more than ${maxItems} texts, and no more are read. Split it into smaller files.`

/** Characters of an item's strings, and a little for everything else in it. */
function textIn(item: unknown): number {
  if (typeof item === 'string') return item.length
  if (typeof item !== 'object' || item === null) return 8
  return Object.values(item).reduce((sum: number, value) => sum + textIn(value), 64)
}

function failureOf(error: unknown): FromChild {
  if (error instanceof VouchError) return { kind: 'failed', message: error.message, forPeople: true }
  const message = error instanceof Error ? error.message : String(error)
  const known = error instanceof RangeError ? RANGES.find(([pattern]) => pattern.test(message)) : undefined
  if (known) return { kind: 'failed', message: known[1], forPeople: true }
  return { kind: 'failed', message: message.slice(0, 500), forPeople: false }
}

/** What the engine says of files that ask too much of it, in words for people. */
const RANGES: readonly (readonly [RegExp, string])[] = [
  [/call stack/, 'The file has parts inside each other too deeply to be read. Save it in a simpler form.'],
  [
    /string length|array length|allocation|size/i,
    'The file unfolds to more than can be read. Split it into smaller files.',
  ],
]

let order: Order | undefined
let bytes = new Uint8Array(0)
let filled = 0

process.on('message', (message: ToChild) => {
  if (message.kind === 'order') {
    order = message
    bytes = new Uint8Array(message.bytes)
    filled = 0
  } else {
    bytes.set(message.part, filled)
    filled += message.part.byteLength
  }
  if (!order || filled < order.bytes) return
  const [next, whole] = [order, bytes]
  order = undefined
  bytes = new Uint8Array(0)
  void carryOut(next, whole)
    .then((): FromChild => ({ kind: 'done' }), failureOf)
    .then((end) => {
      untilCpu[0] = 0
      return send(end)
    })
})

withdrawn()
// What most orders need is there before the first comes.
await import('../loaders/registry')
setPriority(NICENESS)
await send({ kind: 'ready' })

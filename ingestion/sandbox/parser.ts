import type { ChildProcess } from 'node:child_process'
import { on } from 'node:events'
import path from 'node:path'
import { LoadError, ParserKilled, VouchError, type KilledBy } from '../../src/errors'
import { withTimeLimit } from '../../src/timeLimit'
import type { ParseLimits } from '../parseLimits'
import { OUT_OF_MEMORY, OUT_OF_TIME, PART_BYTES, type FromChild, type ToChild } from './protocol'

// Asked for at run time: a bundler that sees `fork(...)` tries to bundle the file behind it.
const { fork } = process.getBuiltinModule('node:child_process')

/** Relative to the project: a file of its source tree, run as it is, also by the built server. */
const CHILD = 'ingestion/sandbox/child.ts'
const START_MS = 120_000
/** The time limit is of processor time, so that a busy machine gives no file up; by the clock it is so many times that. */
const WALL_SHARE = 3
/** Of the memory that a process may hold, so that V8 collects garbage before the limit is met. */
const HEAP_SHARE = 0.6
const STDERR_CHARACTERS = 4_000

/** A child process that parses, one order at a time. */
export interface Parser {
  process: ChildProcess
  maxMegabytes: number
  /** What it wrote of its end. */
  lastWords: () => string
}

export interface Order {
  task: string
  args: unknown
  bytes: Uint8Array
  limits: ParseLimits
  signal: AbortSignal
}

/** Starts one and waits until it can take an order. */
export async function startParser(root: string, maxMegabytes: number): Promise<Parser> {
  const child = fork(path.resolve(/* turbopackIgnore: true */ root, CHILD), [String(maxMegabytes)], {
    cwd: root,
    execArgv: [
      '--conditions=production',
      `--max-old-space-size=${Math.round(maxMegabytes * HEAP_SHARE)}`,
      '--import',
      'tsx',
    ],
    env: inherited(),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-STDERR_CHARACTERS)
  })
  child.on('error', (error) => (said += error.message))
  const parser = { process: child, maxMegabytes, lastWords: () => said }
  await withTimeLimit({ ms: START_MS }, async ({ signal }) => {
    for await (const message of messagesOf(parser, signal)) if (message.kind === 'ready') return
  }).catch(() => {})
  if (child.connected && child.exitCode === null && !child.killed) return parser
  kill(parser)
  throw new VouchError(`The process that reads files could not be started (${lastLine(said)}).`)
}

const inherited = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => INHERITED.test(name)),
  ) as NodeJS.ProcessEnv

/** No secrets: it reads what strangers wrote. A server of Unstructured may be behind a proxy. */
const INHERITED =
  /^(PATH|HOME|USER|LANG|LC_ALL|TZ|TMPDIR|SYSTEMROOT|NODE_EXTRA_CA_CERTS|SSL_CERT_(FILE|DIR)|(HTTPS?|NO)_PROXY)$/i

/**
 * Has an order carried out, and yields what comes of it as it comes. After anything but a plain end or a refusal the
 * process is dead.
 * @throws {ParserKilled} when the order took too much, or ended the process.
 */
export async function* carryOut(parser: Parser, order: Order): AsyncGenerator<unknown> {
  const stop = new AbortController()
  const abort = () => stop.abort(order.signal.reason)
  order.signal.addEventListener('abort', abort, { once: true })
  let timer: NodeJS.Timeout | undefined
  let settled = false
  try {
    order.signal.throwIfAborted()
    const messages = messagesOf(parser, stop.signal)
    await hand(parser, order)
    for await (const message of messages) {
      if (message.kind === 'started')
        timer = setTimeout(
          () => stop.abort(killedBy('time', order.limits)),
          order.limits.maxMilliseconds * WALL_SHARE,
        )
      else if (message.kind === 'items') yield* message.items
      else if (message.kind === 'failed') {
        settled = true
        throw message.forPeople ? new LoadError(message.message) : new Error(message.message)
      } else if (message.kind === 'done') {
        settled = true
        return
      }
    }
    throw killedBy(causeOf(parser), order.limits)
  } catch (error) {
    throw stop.signal.aborted ? stop.signal.reason : error
  } finally {
    clearTimeout(timer)
    order.signal.removeEventListener('abort', abort)
    if (!settled) kill(parser)
  }
}

/** Sends the order and its bytes. What a dead process does not take, its end tells. */
async function hand({ process: child }: Parser, { task, args, bytes, limits }: Order): Promise<void> {
  const send = (message: ToChild) =>
    new Promise<void>((resolve) => {
      if (child.connected) child.send(message, () => resolve())
      else resolve()
    })
  const { maxText, maxItems, maxMilliseconds } = limits
  await send({ kind: 'order', task, args, bytes: bytes.byteLength, maxText, maxItems, maxMilliseconds })
  for (let at = 0; at < bytes.byteLength; at += PART_BYTES)
    await send({ kind: 'part', part: bytes.subarray(at, at + PART_BYTES) })
}

async function* messagesOf({ process: child }: Parser, signal: AbortSignal): AsyncGenerator<FromChild> {
  for await (const [message] of on(child, 'message', { signal, close: ['close'] })) yield message as FromChild
}

export function kill({ process: child }: Parser): void {
  child.kill('SIGKILL')
}

/** Of a process that ended by itself. */
function causeOf(parser: Parser): KilledBy {
  const words = parser.lastWords()
  if (words.includes(OUT_OF_TIME)) return 'time'
  return new RegExp(`${OUT_OF_MEMORY}|heap out of memory|allocation failed`, 'i').test(words)
    ? 'memory'
    : 'crash'
}

function killedBy(cause: KilledBy, { maxMilliseconds, maxMegabytes }: ParseLimits): ParserKilled {
  const took = {
    time: `Reading the file took longer than ${maxMilliseconds / 1000} s and was given up.`,
    memory: `Reading the file took more than ${maxMegabytes} MB of memory and was given up.`,
    crash: 'The file made the program that reads it crash.',
  }
  return new ParserKilled(`${took[cause]} ${SET_ASIDE}`, cause)
}

const SET_ASIDE =
  'Split it, or convert it to Markdown. It is set aside until it changes or somebody has it tried again.'

const lastLine = (text: string): string => text.trim().split('\n').at(-1) || 'it gave no reason'

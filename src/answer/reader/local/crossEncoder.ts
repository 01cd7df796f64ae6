import path from 'node:path'
import { ReaderError } from '../../../errors'
import { createWorkerThread } from '../../../retrieval/workerThread'

/** What a cross-encoder makes of a window. */
export interface WindowReading {
  /** Log odds that the window answers the question. */
  answers: number
  /** Of where the answer stands, the share of each line, 0 to 1; together with "nowhere" they are 1. */
  shares: number[]
}

/** Reads a question and a text together. */
export interface CrossEncoder {
  id: string
  /**
   * The windows' readings in their order; the first ones alone where time runs out, or where one is `enough`. A window is its
   * lines of text.
   * @throws {ReaderError} when the model cannot be had, or is too busy to read anything in time.
   */
  read(o: ReadWindows): Promise<WindowReading[]>
  /** Opens the weights, which takes some two seconds; once. Never rejects: what reads then says what is wrong. */
  ready(): Promise<void>
  close(): Promise<void>
}

export interface ReadWindows {
  question: string
  windows: readonly string[][]
  withinMs: number
  /** Log odds from which a window answers so surely that the ones after it need not be read. */
  enough?: number
}

/** Our own weights (docs/adr/0015-the-reader.md), committed because they can be had nowhere else. */
export const READER_FILES = {
  weights: 'weights/reader.onnx.gz',
  tokenizer: 'weights/reader.tokenizer.json',
  sha256: '22d9904b6e72891f0344a5bd00839e3b7a1563d7ee1be899d62ad1d93bd8e561',
} as const

/** Of its time, what a question may wait for those before it; longer, and the words had better be read at once. */
const WAIT_SHARE = 0.5
/** What a window takes in ms before any was read. */
const FIRST_GUESS_MS = 100

/** Pairs of question and window that are remembered: the same question is asked again and again. */
const REMEMBERED = 2_000

/**
 * The reader's model on this machine's processor, in a worker thread: 12 layers, English, about 100 ms of one core a window of
 * 100 tokens; about 400 MB from the first question on. It starts with the first call.
 */
export function createCrossEncoder({
  root = process.cwd(),
  threads,
}: {
  root?: string
  threads: number
}): CrossEncoder {
  const at = (file: string) => path.resolve(/* turbopackIgnore: true */ root, file)
  const thread = createWorkerThread({
    root,
    file: 'src/answer/reader/local/crossEncoder.worker.mjs',
    workerData: {
      weights: at(READER_FILES.weights),
      tokenizer: at(READER_FILES.tokenizer),
      sha256: READER_FILES.sha256,
      threads,
    },
    endsItself: true,
    toError: ({ message }) => new ReaderError(`The local reader failed: ${message}.`),
  })
  const known = new Map<string, WindowReading>()
  let opened: Promise<void> | undefined
  const ready = () => (opened ??= thread.call<void>('load', null).catch(() => {}))
  let waiting = 0
  let msEach = FIRST_GUESS_MS
  const readNew = async (o: ReadWindows): Promise<WindowReading[]> => {
    if (waiting * msEach > o.withinMs * WAIT_SHARE)
      throw new ReaderError('The local reader is busy with other questions.')
    const ahead = waiting
    waiting += o.windows.length
    const until = Date.now() + o.withinMs
    try {
      // Loading the weights is no sign of what a window takes.
      await ready()
      const started = Date.now()
      const read = await thread.call<WindowReading[]>('read', { ...o, until })
      if (ahead === 0 && read.length > 0) msEach += ((Date.now() - started) / read.length - msEach) / 8
      return read
    } finally {
      waiting -= o.windows.length
    }
  }
  return {
    id: `reader@${READER_FILES.sha256.slice(0, 12)}`,
    async read(o) {
      const { question, windows, enough = Infinity } = o
      const keys = windows.map((lines) => [question, ...lines].join('\n'))
      const before = keys.map((key) => known.get(key))
      const sure = before.findIndex((reading) => reading && reading.answers >= enough)
      const wanted = sure === -1 ? windows : windows.slice(0, sure + 1)
      const missing = wanted.filter((_, i) => !before[i])
      const read = missing.length > 0 ? await readNew({ ...o, windows: missing }) : []
      const all: WindowReading[] = []
      for (const i of wanted.keys()) {
        const reading = before[i] ?? read.shift()
        if (!reading) break
        remember(known, keys[i]!, reading)
        all.push(reading)
      }
      return all
    },
    ready,
    close: () => thread.close(),
  }
}

function remember(known: Map<string, WindowReading>, key: string, reading: WindowReading): void {
  known.delete(key)
  known.set(key, reading)
  if (known.size > REMEMBERED) known.delete(known.keys().next().value!)
}

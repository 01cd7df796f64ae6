import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { DEFAULT_LIMITS, loadItems, type LoadedFile } from '../../ingestion/load'
import type { Sandbox } from '../../ingestion/sandbox/sandbox'
import { sandboxedLoaders } from '../../ingestion/sandbox/sandboxedLoaders'
import { createRandom, mutate, type Random } from './mutate'
import type { Seed } from './seeds'

interface Options {
  sandbox: Sandbox
  seeds: readonly Seed[]
  seed: number
  forMs: number
  maxMilliseconds: number
}

/** What an answer may be kept waiting by an import. */
const HELD_MS = 200
const MORE_MEMORY = 150

interface Tally {
  files: number
  read: number
  refused: number
  setAside: Record<string, number>
  slowestMs: number
}

const emptyTally = (): Tally => ({ files: 0, read: 0, refused: 0, setAside: {}, slowestMs: 0 })

/** Loads mutated files until the time is over. @returns what became of them, and what must not have happened. */
export async function fuzz({ sandbox, seeds, seed, forMs, maxMilliseconds }: Options) {
  const loaders = sandboxedLoaders(sandbox)
  const known = seeds.filter(({ name }) => loaders.has(extensionOf(name)))
  const random = createRandom(seed)
  const formats: Record<string, Tally> = {}
  const problems: string[] = []
  // The first start of a process loads what every later one needs.
  await watched(loaders, { name: 'first.txt', bytes: new TextEncoder().encode('Text.') }, maxMilliseconds)
  const idleMs = await heldWhenIdle()
  const before = memoryMb()
  let heldMs = 0
  let number = 0
  const ends = Date.now() + forMs
  while (Date.now() < ends) {
    const found = await oneFile({ seed: known[random(known.length)]!, random, number: ++number })
    const tally = (formats[extensionOf(found.name)] ??= emptyTally())
    const outcome = await watched(loaders, found, maxMilliseconds)
    heldMs = Math.max(heldMs, outcome.heldMs)
    count(tally, outcome)
    const wrong = wrongWith(outcome)
    if (wrong) problems.push(`file ${number}, from ${found.name}: ${wrong}`)
    if (number % 100 === 0) process.stderr.write(`${number} files, held at most ${Math.round(heldMs)} ms\n`)
  }
  const after = memoryMb()
  if (after > before + MORE_MEMORY) problems.push(`memory grew from ${before} to ${after} MB`)
  return {
    seed,
    files: number,
    idleHeldMs: idleMs,
    heldMs: Math.round(heldMs),
    memoryMb: { before, after },
    formats,
    problems,
  }
}

/** What the machine alone keeps a process waiting, that does nothing for five seconds. */
async function heldWhenIdle(): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  await sleep(5_000)
  delay.disable()
  return Math.round(delay.max / 1e6)
}

const extensionOf = (name: string) => path.extname(name).toLowerCase()

/** Made before the loop is watched: the fuzzer itself takes time. */
const oneFile = async ({ seed, random, number }: { seed: Seed; random: Random; number: number }) => ({
  name: `${number}-${path.basename(seed.name)}`,
  bytes: await mutate(seed.bytes, random),
})

interface Outcome {
  file: LoadedFile | undefined
  heldMs: number
  tookMs: number
}

async function watched(
  loaders: ReturnType<typeof sandboxedLoaders>,
  { name, bytes }: { name: string; bytes: Uint8Array },
  maxMilliseconds: number,
): Promise<Outcome> {
  const item = {
    key: name,
    location: name,
    extension: extensionOf(name),
    fetch: () => Promise.resolve(bytes),
  }
  const delay = monitorEventLoopDelay({ resolution: 10 })
  const started = performance.now()
  let file: LoadedFile | undefined
  delay.enable()
  const items = (async function* () {
    yield await Promise.resolve(item)
  })()
  for await (const each of loadItems({ items, loaders, limits: { ...DEFAULT_LIMITS, maxMilliseconds } }))
    file = each
  delay.disable()
  return { file, heldMs: delay.max / 1e6, tookMs: performance.now() - started }
}

function count(tally: Tally, { file, tookMs }: Outcome): void {
  tally.files++
  tally.slowestMs = Math.max(tally.slowestMs, Math.round(tookMs))
  if (file?.outcome !== 'read') return
  if (file.documents.length) tally.read++
  else tally.refused++
  for (const { setAside } of file.failures)
    if (setAside) tally.setAside[setAside] = (tally.setAside[setAside] ?? 0) + 1
}

function wrongWith({ file, heldMs }: Outcome): string | null {
  if (heldMs > HELD_MS) return `the event loop was held for ${Math.round(heldMs)} ms`
  if (file?.outcome !== 'read') return 'it was not read'
  const unclear = file.failures.find(
    ({ error }) => !/^[A-Z"“].{10,}[.?]$/s.test(error) || /\n\s+at /.test(error),
  )
  return unclear ? `it is refused with “${unclear.error}”` : null
}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

function memoryMb(): number {
  collectGarbage()
  return Math.round(process.memoryUsage().rss / 2 ** 20)
}

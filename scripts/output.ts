import { MultiBar, Presets, type SingleBar } from 'cli-progress'
import type { Command } from 'commander'

/** Adds `--json`, the same on every command. */
export const withJson = (command: Command): Command =>
  command.option('--json', 'print one JSON document and nothing else')

export const wantsJson = (command: Command): boolean => Boolean(command.optsWithGlobals()['json'])

/** Prints a result as JSON or in words. */
export const print = <T>(command: Command, value: T, inWords: (value: T) => string): void =>
  console.log(wantsJson(command) ? JSON.stringify(value, null, 2) : inWords(value))

export interface Progress {
  update: (done: number, total: number | null, what?: string) => void
  stop: () => void
}

const SILENT: Progress = { update: () => {}, stop: () => {} }

/** A progress line on standard error, with rate and time left; silent where nobody watches. */
export const showProgress = (label: string, { quiet = false } = {}): Progress => {
  if (quiet || !process.stderr.isTTY) return SILENT
  const bars = new MultiBar(
    {
      stream: process.stderr,
      clearOnComplete: false,
      hideCursor: true,
      format: `${label.padEnd(11)} {bar} {value}/{total} · {rate}/s · {eta_formatted} left · {what}`,
      barsize: 24,
    },
    Presets.shades_grey,
  )
  let bar: SingleBar | undefined
  const started = performance.now()
  const rateOf = (done: number) => (done / Math.max(0.1, (performance.now() - started) / 1000)).toPrecision(2)
  return {
    update: (done, total, what = '') => {
      bar ??= bars.create(total ?? done, 0, { what: '', rate: '–' })
      bar.setTotal(Math.max(total ?? done, done, 1))
      bar.update(done, { what: what.slice(0, 40), rate: rateOf(done) })
    },
    stop: () => bars.stop(),
  }
}

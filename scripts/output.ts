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
  let begun = { at: 0, done: 0 }
  return {
    update: (done, total, what = '') => {
      if (!bar) begun = { at: Date.now(), done }
      // What was done before, by an interrupted run, says nothing of the rate.
      bar ??= bars.create(total ?? done, done, { what: '', rate: '–' })
      const seconds = (Date.now() - begun.at) / 1000
      const rate = seconds >= 1 ? String(Math.round((done - begun.done) / seconds)) : '–'
      bar.setTotal(Math.max(total ?? done, done, 1))
      bar.update(done, { what: what.slice(0, 40), rate })
    },
    stop: () => bars.stop(),
  }
}

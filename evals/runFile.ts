import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, loadavg, totalmem } from 'node:os'
import path from 'node:path'
import { VouchError } from '../src/errors'
import { readTextFile } from '../src/readTextFile'
import { pageOf } from './page/page'
import type { Circumstances, QuestionRun, EvalRun } from './evalRun'

/** Those of this moment. */
export const circumstancesOf = (o: Pick<Circumstances, 'embeddingModel' | 'calibration'>): Circumstances => ({
  at: new Date().toISOString(),
  commit: currentCommit(),
  machine: {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  },
  ...o,
})

/** Writes a run's data and beside it its page. @returns the page's path; the data's ends in `.json`. */
export const writeRun = async (folder: string, run: EvalRun): Promise<string> => {
  await mkdir(folder, { recursive: true })
  const file = (ending: string) => path.join(folder, `${run.set}.${ending}`)
  await writeFile(file('json'), `${JSON.stringify(run, null, 1)}\n`)
  await writeFile(file('html'), pageOf(run))
  return file('html')
}

/** @throws {VouchError} when the file is not a run. */
export const readRun = async (file: string): Promise<EvalRun> => {
  const text = await readTextFile(file)
  const run = parse(text) as Partial<EvalRun> | null
  if (run?.form !== 'questions' && run?.form !== 'texts')
    throw new VouchError(`${file} is no run of vouch eval: write one with --out.`)
  return run as EvalRun
}

/** A run of questions. @throws {VouchError} when the file is none. */
export const readQuestionRun = async (file: string): Promise<QuestionRun> => {
  const run = await readRun(file)
  if (run.form === 'questions') return run
  throw new VouchError(`${file} is a run of labelled texts, which have no questions to compare.`)
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** With a plus where files were changed since; unknown outside a checkout. */
const currentCommit = (): string => {
  try {
    const git = (...args: string[]) =>
      execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', '-uno') ? '+' : '')
  } catch {
    return 'unknown'
  }
}

import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Command } from 'commander'
import { print } from '../output'
import type { EvalRun } from '../../evals/evalRun'
import { VouchError } from '../../src/errors'

interface ResultsOptions {
  data: string
  runs: string
  cache?: string
}

const FILE = path.join('evals', 'RESULTS.md')
/** The closest to the product first. */
const ORDER = ['golden', 'bank', 'mtrag_un', 'stackfaq', 'clapnq_dev', 'squad2_half_dev', 'xquad5']

export const addResultsCommand = (parent: Command, defaultRuns: string): void => {
  parent
    .command('results')
    .description(`measure every set and the golden set, and write ${FILE}`)
    .option('--data <folder>', 'the folder of sets', path.join('..', 'shared', 'data'))
    .option('--runs <folder>', 'where the runs are', defaultRuns)
    .option('--cache <folder>', 'where vectors are kept between runs')
    .option('--only-write', 'measure nothing: write from the runs that are there')
    .action(async (options: ResultsOptions & { onlyWrite?: boolean }, command: Command) => {
      if (!options.onlyWrite) await measureEverything(options)
      const [{ resultsPage }, { format }] = await Promise.all([
        import('../../evals/results'),
        import('oxfmt'),
      ])
      await writeFile(FILE, (await format(FILE, resultsPage(await readRuns(options.runs)))).code)
      print(command, { written: FILE }, () => `${FILE} is written.`)
    })
}

/** Each set in a process of its own: they share nothing, and the golden set has an installation to itself. */
const measureEverything = async ({ data, runs, cache }: ResultsOptions): Promise<void> => {
  const sets = existsSync(data) ? await measurableIn(data) : []
  if (sets.length === 0) console.error(`!! NO SETS IN ${data}: ONLY THE GOLDEN SET IS MEASURED. !!`)
  const vectors = cache ? ['--cache', cache] : []
  for (const set of sets) apart('eval', '--set', path.join(data, set), '--out', runs, ...vectors)
  apart('eval', 'golden', '--out', runs)
}

const measurableIn = async (data: string): Promise<string[]> => {
  const { TEXT_SETS } = await import('../../evals/texts/registry')
  const has = (set: string, file: string) => existsSync(path.join(data, set, file))
  return (await readdir(data)).filter(
    (set) => set in TEXT_SETS || (has(set, 'questions.jsonl') && has(set, 'documents.jsonl')),
  )
}

const apart = (...args: string[]): void => {
  execFileSync(process.execPath, [...process.execArgv, process.argv[1] ?? '', ...args], { stdio: 'inherit' })
}

/** Figures are computed anew from the records: what they are may have changed since. */
const readRuns = async (folder: string): Promise<EvalRun[]> => {
  const [{ readRun }, { summarize }] = await Promise.all([
    import('../../evals/runFile'),
    import('../../evals/summary/summarize'),
  ])
  const names = existsSync(folder) ? (await readdir(folder)).filter((name) => name.endsWith('.json')) : []
  if (names.length === 0) throw new VouchError(`There are no runs in ${folder}.`)
  const runs = await Promise.all(names.map((name) => readRun(path.join(folder, name))))
  return runs
    .map((run) => (run.form === 'questions' ? Object.assign(run, { summary: summarize(run.records) }) : run))
    .toSorted((a, b) => rank(a.set) - rank(b.set) || a.set.localeCompare(b.set))
}

const rank = (set: string): number => (ORDER.includes(set) ? ORDER.indexOf(set) : ORDER.length)

import type { Command } from 'commander'
import { goldenAcceptance } from '../../evals/goldenAcceptance'
import { readGoverned } from '../../src/commands/governedDocument'
import { mutateDocument, mutateText } from '../../src/commands/mutate/mutateDocument'
import { getDeps, type Deps } from '../../src/deps'
import { VouchError } from '../../src/errors'
import type { MutationReport } from '../../src/proofs/mutations/report'
import { acceptanceOf } from '../../src/commands/acceptance/acceptanceQuestions'
import { readTextsInForce } from '../../src/commands/textsInForce'
import type { AcceptanceQuestion } from '../../src/proofs/acceptance'
import type { DocumentRef } from '../../ingestion/releases'
import { formatReport, formatMutationTotal } from '../formatMutations'
import { findDocument } from '../findDocument'
import { toShare } from '../given'
import { print, showProgress, wantsJson, withJson } from '../output'

interface Options {
  min?: number
  all?: boolean
  golden?: string
}

export const addMutateCommand = (program: Command): void => {
  withJson(program.command('mutate [document]'))
    .description(
      'change a text’s facts one by one, never served, and say which its acceptance questions do not notice',
    )
    .option('--min <share>', 'exit with 1 below this score', toShare)
    .option('--all', 'of every text in force, with its own questions')
    .option('--golden <dir>', 'of every text that a set of questions is about, with those questions instead')
    .action(async (named: string | undefined, options: Options, command: Command) => {
      const deps = await getDeps()
      if (options.golden || options.all) {
        const texts = options.golden
          ? await goldenTexts(deps, { set: options.golden, named })
          : await ownTexts(deps)
        return mutateAll(deps, { texts, options, command })
      }
      if (!named)
        throw new VouchError('Name a document (its id, its title or where it came from), or say --all.')
      const ref = await findDocument(deps.payload, named)
      const progress = showProgress('Mutating', { quiet: wantsJson(command) })
      const report = await mutateDocument(deps, ref, { onProgress: progress.update }).finally(progress.stop)
      print(command, report, formatReport)
      judge([report], options)
    })
}

interface MutatedText {
  ref: DocumentRef
  /** In place of its own. */
  questions?: readonly AcceptanceQuestion[]
}

/** Every text in force once, in the order of titles. */
async function ownTexts({ payload }: Deps): Promise<MutatedText[]> {
  const inForce = await readTextsInForce(payload)
  const byId = new Map(inForce.map((text) => [`${text.collection}/${text.id}`, text]))
  return [...byId.values()]
    .toSorted((a, b) => a.title.localeCompare(b.title))
    .map(({ collection, id }) => ({ ref: { collection, id } }))
}

async function goldenTexts(
  { payload }: Deps,
  { set, named }: { set: string; named: string | undefined },
): Promise<MutatedText[]> {
  const golden = await goldenAcceptance(set)
  const byKey = named ? new Map([[named, golden.get(named) ?? []]]) : golden
  const texts: MutatedText[] = []
  for (const [key, questions] of byKey) texts.push({ ref: await findDocument(payload, key), questions })
  return texts
}

/** One text after the other; each is told as soon as it is done, for all of them take minutes. */
async function mutateAll(
  deps: Deps,
  { texts, options, command }: { texts: readonly MutatedText[]; options: Options; command: Command },
): Promise<void> {
  const json = wantsJson(command)
  const progress = showProgress('Mutating', { quiet: json })
  const started = Date.now()
  const reports: MutationReport[] = []
  for (const { ref, questions } of texts) {
    const read = await readGoverned({ payload: deps.payload, ...ref })
    progress.update(reports.length, texts.length, read.content.title)
    const report = await mutateText(deps, { read, questions: questions ?? acceptanceOf(read.row) })
    reports.push(report)
    if (!json) console.log(formatReport(report))
  }
  progress.stop()
  const seconds = (Date.now() - started) / 1000
  print(command, { reports, seconds }, () => formatMutationTotal(reports, seconds))
  judge(reports, options)
}

const judge = (reports: readonly MutationReport[], { min }: Options): void => {
  if (min !== undefined && reports.some(({ score }) => (score ?? 1) < min)) process.exitCode = 1
}

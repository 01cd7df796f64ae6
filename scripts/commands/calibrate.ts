import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Command } from 'commander'
import type { CalibrationReport, TierReport } from '../../src/answer/calibrationReport'
import {
  activeCalibration,
  approveCalibration,
  proposeCalibration,
  retireCalibration,
} from '../../src/commands/calibrations'
import { getDeps } from '../../src/deps'
import { VouchError } from '../../src/errors'
import { counted, RISK_TIERS, type RiskTier } from '../../src/vocabulary'
import { toEmail } from '../given'
import { personByEmail } from '../people'
import { print, showProgress, wantsJson, withJson } from '../output'

interface Options {
  run: string[]
  onlyRuns?: boolean
  risk: Record<RiskTier, number>
  fresh?: boolean
  out?: string
}

/** Wrong answers that a tier bears, as shares of those given. */
const RISKS: Record<RiskTier, number> = { standard: 0.2, sensitive: 0.15, regulated: 0.1 }

export const addCalibrateCommand = (program: Command): void => {
  const command = withJson(program.command('calibrate'))
    .description('fit how sure an answer must be, on questions whose right answer is known')
    .option('--run <file>', 'a run that vouch eval wrote; may be repeated', collect, [])
    .option('--only-runs', 'not the eval cases that are kept here')
    .option(
      '--risk <list>',
      'share of wrong answers by tier, as standard=0.15,regulated=0.05',
      toRisks,
      RISKS,
    )
    .option('--fresh', 'from these labels alone; else few of them move what counts now only a little')
    .option('--out <folder>', 'write it there, and do not propose it here')
    .action(async (options: Options, command: Command) => {
      const fitted = await fit(options, wantsJson(command))
      if (options.out) await writeFitted(options.out, fitted)
      else await propose(fitted)
      print(command, fitted, () => inWords(fitted, options.out))
    })
  addApproveCommands(command)
}

const addApproveCommands = (parent: Command): void => {
  withJson(parent.command('approve <name>'))
    .description('put a calibration that was fitted in force; approvers and compliance may')
    .requiredOption('--as <email>', 'who does it', toEmail)
    .action(async (name: string, { as }: { as: string }, command: Command) => {
      const { payload } = await getDeps()
      const row = await approveCalibration(payload, { name, user: await personByEmail(payload, as) })
      print(command, { id: row.id, name: row.name }, () => `${row.name} is in force.`)
    })
  withJson(parent.command('retire'))
    .description('go back to the calibration that ships with Vouch')
    .requiredOption('--as <email>', 'who does it', toEmail)
    .action(async ({ as }: { as: string }, command: Command) => {
      const { payload } = await getDeps()
      await retireCalibration(payload, await personByEmail(payload, as))
      print(command, { retired: true }, () => 'The calibration that ships with Vouch is in force.')
    })
}

type Fitted = Awaited<ReturnType<typeof fit>>

const fit = async ({ run, onlyRuns, risk, fresh }: Options, quiet: boolean) => {
  const [{ fitCalibration }, { labelledHere, labelledInRun }] = await Promise.all([
    import('../../evals/calibration/fitCalibration'),
    import('../../evals/calibration/labelledQuestions'),
  ])
  const deps = await getDeps()
  const before = await activeCalibration(deps.payload)
  const bar = showProgress('asking', { quiet })
  const here = onlyRuns
    ? []
    : await labelledHere(deps, { calibration: before, onProgress: (done, total) => bar.update(done, total) })
  bar.stop()
  const groups = [...here, ...(await Promise.all(run.map(labelledInRun)))].filter(
    ({ questions }) => questions.length > 0,
  )
  const questionsOf = (wordsAlone: boolean) =>
    groups.filter((group) => group.wordsAlone === wordsAlone).map(({ questions }) => questions)
  const fitted = fitCalibration({
    id: new Date().toISOString().slice(0, 16).replace('T', '-').replace(':', ''),
    groups: questionsOf(false),
    wordsAlone: questionsOf(true),
    risks: risk,
    before,
    around: !fresh,
  })
  const fittedOn = groups
    .filter(({ wordsAlone }) => !wordsAlone)
    .map(({ name, questions }) => ({ name, questions: questions.length }))
  return { ...fitted, fittedOn, embeddingModel: deps.model?.id ?? null }
}

const propose = async (fitted: Fitted): Promise<void> => {
  const { payload } = await getDeps()
  await proposeCalibration(payload, fitted)
}

const writeFitted = async (folder: string, { calibration, report }: Fitted): Promise<void> => {
  const { calibrationPage } = await import('../../evals/page/calibrationPage')
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, 'calibration.json'), `${JSON.stringify(calibration, null, 2)}\n`)
  await writeFile(path.join(folder, 'calibration.html'), calibrationPage({ id: calibration.id, report }))
}

const inWords = ({ calibration, report, fittedOn }: Fitted, out: string | undefined): string =>
  [
    `${calibration.id}, fitted on ${fittedOn.map(({ name, questions }) => `${counted(questions, 'question')} of ${name}`).join(', ')}.`,
    heldOutWords(report),
    ...report.tiers.map(tierWords),
    out
      ? `Written to ${out}.`
      : `Nothing is decided by it yet. To put it in force: npm run -s vouch -- calibrate approve ${calibration.id} --as EMAIL`,
  ].join('\n')

const heldOutWords = ({ auroc, calibrationError }: CalibrationReport): string =>
  `On questions held out: AUROC ${auroc?.toFixed(3) ?? 'unknown'}, calibration error ${calibrationError?.toFixed(3) ?? 'unknown'}.`

const tierWords = ({
  tier,
  risk,
  certainty,
  threshold,
  promised,
  coverage,
  precision,
}: TierReport): string => {
  const costs = `${percent(coverage)} of what can be answered is answered, ${percent(precision)} of it rightly`
  return promised
    ? `${tier}: at most ${percent(risk)} wrong, with ${percent(certainty)} certainty, from ${threshold} on: ${costs}.`
    : `${tier}: at most ${percent(risk)} wrong cannot be promised from these questions, so the threshold stays ${threshold}: ${costs}.`
}

const percent = (share: number | null): string => (share === null ? 'none' : `${Math.round(share * 100)} %`)

const collect = (value: string, before: string[]): string[] => [...before, value]

const toRisks = (list: string): Record<RiskTier, number> => {
  const risks = { ...RISKS }
  for (const part of list.split(',')) {
    const [name, given] = part.split('=')
    const tier = RISK_TIERS.find((known) => known === name?.trim())
    const risk = Number(given)
    if (!tier || !(risk > 0 && risk < 1))
      throw new VouchError(
        `“${part}” is no share of wrong answers. Write tier=share, as standard=0.15; tiers are ${RISK_TIERS.join(', ')}.`,
      )
    risks[tier] = risk
  }
  return risks
}

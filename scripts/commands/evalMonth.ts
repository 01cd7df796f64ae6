import { Option, type Command } from 'commander'
import type { Half } from '../../evals/month/company'
import type { Deps } from '../../src/deps'
import { mulberry32 } from '../mulberry32'
import { print, showProgress, wantsJson, withJson } from '../output'
import { inTemporaryInstallation } from '../temporaryInstallation'

const SEED = 16

/** `eval month`: what the backlog looks like after a month at a pretend company. */
export const addMonthCommand = (parent: Command): void => {
  withJson(parent.command('month'))
    .description('ask a month of messages at a pretend company, and say what became of the gaps')
    .option('--questions <n>', 'how many messages', Number, 2_000)
    .addOption(
      new Option(
        '--half <half>',
        'which wordings: those to tune by, or those held back, of which figures alone are told',
      )
        .choices(['tuned', 'heldBack'])
        .default('tuned'),
    )
    .action(async (o: { questions: number; half: Half }, command: Command) => {
      const progress = showProgress('asking', { quiet: wantsJson(command) })
      const report = await inTemporaryInstallation((deps) =>
        month(deps, { ...o, onAsked: (done) => progress.update(done, o.questions) }),
      )
      progress.stop()
      const { formatMonth } = await import('../../evals/month/formatMonth')
      print(command, report, () => formatMonth(report, { details: o.half === 'tuned' }))
    })
}

async function month(deps: Deps, o: { questions: number; half: Half; onAsked: (done: number) => void }) {
  const [{ publishFolder, publishInto, withdrawPolicy }, { runMonth }] = await Promise.all([
    import('../demo/publish'),
    import('../../evals/month/runMonth'),
  ])
  return runMonth(deps, {
    ...o,
    random: mulberry32(SEED),
    begin: (folder) => publishFolder(deps, folder),
    publish: (folder, approver) => publishInto(deps, { folder, approver }),
    withdraw: (title, approver) => withdrawPolicy(deps, { title, approver }),
  })
}

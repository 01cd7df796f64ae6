import type { Command } from 'commander'
import { eraseCustomer, type ErasureReport } from '../../src/commands/erasure/eraseCustomer'
import { getDeps } from '../../src/deps'
import { counted } from '../../src/vocabulary'
import { toEmail } from '../given'
import { print, withJson } from '../output'
import { personByEmail } from '../people'

export const addEraseCommand = (program: Command): void => {
  withJson(program.command('erase'))
    .description('erase what a customer wrote, wherever it is kept; counts and proofs stay')
    .requiredOption('--customer <id>', 'the customer’s id, as your bots send it')
    .requiredOption('--as <email>', 'who does it; compliance or an admin, and the audit says so', toEmail)
    .option('--dry-run', 'say what would be erased, and change nothing')
    .action(async (options: { customer: string; as: string; dryRun?: boolean }, command: Command) => {
      const deps = await getDeps()
      const user = await personByEmail(deps.payload, options.as)
      const { customer, dryRun = false } = options
      const report = await eraseCustomer(deps, { user, customer, dryRun })
      print(command, report, formatErasure)
      // Readers kept the log of the file open: what it holds is gone only once it is emptied.
      if (report.compacted === false) process.exitCode = 1
    })
}

const formatErasure = (report: ErasureReport): string =>
  [
    headline(report),
    ...Object.entries(report.changed).map(([collection, count]) => `  ${count} in ${collection}`),
    ...(report.before > 0
      ? [`${counted(report.before, 'receipt')} of this customer had been erased before.`]
      : []),
    ...(report.compacted === false
      ? [
          'The database’s log could not be emptied, because somebody reads it. Stop Vouch, or wait for a quiet moment, and run this again.',
        ]
      : []),
    ...(report.dryRun || report.receipts === 0
      ? []
      : [
          'Backups made before today still hold the text: delete them, or erase again after you restore one.',
        ]),
  ].join('\n')

function headline({ dryRun, receipts, conversations, alias }: ErasureReport): string {
  if (receipts === 0) return 'Nothing is kept of this customer’s words.'
  const what = `${counted(receipts, 'receipt')} in ${counted(conversations, 'conversation')}`
  return dryRun ? `This would erase ${what}.` : `Erased ${what}; counted as ${alias} from now on.`
}

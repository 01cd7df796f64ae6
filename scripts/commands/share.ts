import type { Command } from 'commander'
import { signedShares, type ShareReport } from '../../src/commands/proofs/share'
import { getDeps } from '../../src/deps'
import { counted } from '../../src/vocabulary'
import { toInstant } from '../given'
import { print, withJson } from '../output'

/** `vouch share` */
export function addShareCommand(program: Command): void {
  withJson(program.command('share'))
    .description('the share of served characters that a named person signed, computed anew from the receipts')
    .option('--since <date>', 'a day or an instant: receipts from then on', toInstant)
    .action(async (options: { since?: string }, command: Command) => {
      const { payload } = await getDeps()
      const report = await signedShares(payload, options)
      print(command, report, formatShare)
      if (report.differences.length) process.exitCode = 1
    })
}

function formatShare({ receipts, byOutcome, differences, without, ...all }: ShareReport): string {
  if (!receipts) return 'No receipt yet. Ask a question, and it is counted here.'
  return [
    `${percent(all)} of ${all.served} served characters were signed by a named person (${counted(receipts, 'receipt')}).`,
    ...Object.entries(byOutcome).map(
      ([outcome, of]) =>
        `  ${outcome.padEnd(10)} ${percent(of).padStart(6)}  ${counted(of.receipts, 'receipt')}`,
    ),
    ...(without ? [`${counted(without, 'receipt')} of before the share was kept: computed here alone.`] : []),
    ...differences.slice(0, 20).map(({ receiptId, because }) => `✗ ${receiptId}: ${because}`),
    ...(differences.length
      ? [`${counted(differences.length, 'receipt')} differ. See: npm run -s vouch -- verify`]
      : []),
  ].join('\n')
}

const percent = ({ signed, served }: { signed: number; served: number }): string =>
  served ? `${((signed / served) * 100).toFixed(1)}%` : '–'

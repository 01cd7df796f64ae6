import type { Command } from 'commander'
import { whetherSaid, type Said, type SaidIn } from '../../src/commands/proofs/said'
import { getDeps } from '../../src/deps'
import { counted } from '../../src/vocabulary'
import { print, withJson } from '../output'

/** What the process ends with, so that a script can tell them apart; 2 is for what went wrong. */
const CODES = { yes: 0, no: 1, unconfirmed: 3 } as const

/** `vouch said TEXT` */
export function addSaidCommand(program: Command): void {
  withJson(program.command('said <text>'))
    .description(
      'whether a bot ever said this: with the receipts and who signed it, or a no that rests on the audit log (ends with 0 yes, 1 no, 2 error, 3 unconfirmed)',
    )
    // What cannot be understood was not answered with no.
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
    .action(async (text: string, _: unknown, command: Command) => {
      process.exitCode = 2
      const said = await whetherSaid(await getDeps(), { text })
      print(command, said, formatSaid)
      process.exitCode = CODES[said.verdict]
    })
}

function formatSaid(said: Said): string {
  const { verdict, count, receipts, searched, breaks, auditHead } = said
  const among = `${counted(searched.receipts, 'receipt')}${searched.from ? ` from ${searched.from} to ${searched.to}` : ''}`
  const head = auditHead ? `Head of the audit log: ${auditHead.seq}:${auditHead.hash}` : ''
  if (verdict === 'yes')
    return [
      `Yes: ${counted(count, 'receipt')} of ${searched.receipts} ${count === 1 ? 'says' : 'say'} it.`,
      ...receipts.flatMap(formatReceipt),
      ...(count > receipts.length ? [`… and ${count - receipts.length} older.`] : []),
      head,
    ].join('\n')
  if (verdict === 'no')
    return [`No: none of ${among} says it, and every receipt is there as it was stored.`, head].join('\n')
  return [
    `Cannot say no: none of ${among} says it, but not every receipt is there as it was stored.`,
    ...breaks.slice(0, 20).map((each) => `  ✗ ${each}`),
    'See: npm run -s vouch -- verify',
    head,
  ].join('\n')
}

function formatReceipt({ receiptId, at, text, sources }: SaidIn): string[] {
  return [
    `  ${at}  ${receiptId}  “${text.replaceAll(/\s+/g, ' ').slice(0, 200)}”`,
    ...sources.map(
      ({ title, version, signedBy, inForce }) =>
        `    ${title} v${version}, signed by ${signedBy.map(({ name, at: when }) => `${name} on ${when.slice(0, 10)}`).join(', ') || 'nobody who is known'}, ${inForce ? 'in force now' : 'not in force now'}`,
    ),
    ...(sources.length ? [] : ['    no quotation: a standing sentence of Vouch’s']),
  ]
}

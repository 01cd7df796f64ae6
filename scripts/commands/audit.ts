import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Option, type Command } from 'commander'
import { SYSTEM } from '../../src/records/recordAudit'
import { auditDates } from '../../src/commands/auditDates'
import { sealRecords } from '../../src/commands/audit/sealRecords'
import { fullHead, publishHead } from '../../src/commands/audit/writeHeads'
import { VouchError } from '../../src/errors'
import { headLine } from '../../src/records/auditHeads'
import { rotateAuditKey } from '../../src/commands/audit/rotateKey'
import { EXPORT_FORMATS, exportAudit, type AuditExport } from '../../src/commands/exportAudit'
import { getDeps } from '../../src/deps'
import { toDay } from '../given'
import { print, withJson } from '../output'

export const addAuditCommand = (program: Command): void => {
  const audit = program.command('audit').description('who did what, when')
  audit
    .command('export')
    .description('write the audit log, the oldest row first; that it was exported is recorded in it')
    .option('--from <date>', 'a day or an instant: rows from then on', toDay)
    .option('--to <date>', 'a day, which counts whole, or an instant: rows before then', toDay)
    .addOption(
      new Option('--format <format>', 'one JSON object a line, or a table')
        .choices(EXPORT_FORMATS)
        .default('jsonl'),
    )
    .option('--out <file>', 'where to write it; standard output unless given')
    .action(
      async (options: {
        from?: string
        to?: string
        format: AuditExport['format']
        out?: string
      }): Promise<void> => {
        const wanted = { format: options.format, ...auditDates(options) }
        const { payload } = await getDeps()
        const rows = exportAudit({ payload, actor: SYSTEM }, wanted)
        if (options.out) await pipeline(Readable.from(rows), createWriteStream(options.out, { mode: 0o600 }))
        else for await (const page of rows) await written(page)
        if (options.out) console.error(`Written to ${options.out}.`)
      },
    )
  addRotateCommand(audit)
  addHeadCommand(audit)
}

function addHeadCommand(audit: Command): void {
  withJson(audit.command('head'))
    .description('the last row of the audit log, as it is published: keep it where nobody here can reach')
    .option('--write', 'write it where VOUCH_AUDIT_HEADS says, now')
    .action(async ({ write }: { write?: boolean }, command: Command) => {
      const deps = await getDeps()
      // So that the head stands for everything that was written until now.
      await sealRecords(deps.payload)
      const head = await fullHead(deps.payload)
      if (!head) throw new VouchError('The audit log is empty: there is no head yet.')
      if (write) await publishHead(deps, head)
      print(command, head, headLine)
    })
}

const addRotateCommand = (audit: Command): void => {
  withJson(audit.command('rotate-key'))
    .description(
      'go on with a new key in the audit log; the old one stays in the key file, to check older rows',
    )
    .action(async (_, command: Command) => {
      const { payload } = await getDeps()
      print(
        command,
        await rotateAuditKey(payload),
        ({ from, to, seq }) =>
          `From row No. ${seq} on the audit log is kept with the key ${to}; rows before it with ${from}. Keep a copy of audit.key elsewhere.`,
      )
    })
}

/** Waits until standard output has taken the text, so that a slow reader does not fill the memory. */
const written = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()))
  })

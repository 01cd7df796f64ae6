import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { exportReceipt } from '../../src/commands/proofs/exportReceipt'
import { getDeps } from '../../src/deps'

/** `vouch receipt export ID` */
export function addReceiptCommand(program: Command): void {
  const receipt = program.command('receipt').description('the stored record of one answer')
  receipt
    .command('export <id>')
    .description(
      'write a receipt with everything that it rests on, to be checked without Vouch: node packages/verify/verify.mjs FILE --head HEADS',
    )
    .option('--out <file>', 'where to write it; standard output unless given')
    .action(async (receiptId: string, { out }: { out?: string }) => {
      const file = await exportReceipt(await getDeps(), { receiptId })
      if (!out) return void process.stdout.write(file)
      await writeFile(out, file, { mode: 0o600 })
      console.error(`Written to ${out}.`)
    })
}

import type { Command } from 'commander'
import type { Recall } from '../../payload-types'
import { proveRecall, type RecallProof } from '../../src/commands/recall/proveRecall'
import { listRecall } from '../../src/commands/recall/listRecall'
import { recallRelease } from '../../src/commands/recall/recallRelease'
import { getDeps } from '../../src/deps'
import { VouchError } from '../../src/errors'
import { counted } from '../../src/vocabulary'
import { toEmail } from '../given'
import { print, withJson } from '../output'
import { personByEmail } from '../people'

export const addRecallCommand = (program: Command): void => {
  const recall = program
    .command('recall')
    .description('call back what a withdrawn or corrected release said; prove the list of its answers')
  withJson(recall.command('release <release>', { isDefault: true }))
    .description('list every answer that cited it, open follow-ups, tell the bots')
    .requiredOption('--as <email>', 'who does it; the audit says so', toEmail)
    .option('--reason <text>')
    .action(async (releaseId: string, options: { as: string; reason?: string }, command: Command) => {
      const deps = await getDeps()
      const user = await personByEmail(deps.payload, options.as)
      const id = await recallRelease(deps, { releaseId, user, reason: options.reason })
      // Not left to the worker: who recalls wants to see the list.
      await listRecall(deps, id)
      const row = await deps.payload.findByID({ collection: 'recalls', id, depth: 0, disableErrors: true })
      if (!row) throw new VouchError('The recall was not stored. Try again.')
      print(command, row, formatRecall)
    })
  withJson(recall.command('prove <release>'))
    .description('make the list again from the receipts by another way, and compare')
    .action(async (releaseId: string, _: unknown, command: Command) => {
      const proof = await proveRecall(await getDeps(), releaseId)
      print(command, proof, formatProof)
      if (proof.missing.length + proof.unfounded.length > 0) process.exitCode = 1
    })
}

const formatRecall = ({ id, title, cause, answers, conversations }: Recall): string =>
  `“${title}” is recalled (${cause}): ${counted(answers ?? 0, 'answer')} cited it, in ${counted(conversations ?? 0, 'conversation')} to follow up. Recall ${id}.`

const formatProof = ({ title, listed, cited, missing, unfounded }: RecallProof): string =>
  [
    missing.length + unfounded.length === 0
      ? `“${title}”: the recall lists ${counted(listed, 'answer')}, and these are the ones that cite it.`
      : `“${title}”: the recall lists ${counted(listed, 'answer')}; ${cited} cite it.`,
    ...missing.map((id) => `  ✗ cites it and is not listed: ${id}`),
    ...unfounded.map((id) => `  ✗ is listed and does not cite it: ${id}`),
  ].join('\n')

import { existsSync } from 'node:fs'
import { InvalidArgumentError, type Command } from 'commander'
import { acceptBreak } from '../../src/commands/audit/acceptBreak'
import { verifyInstallation, type Verification } from '../../src/commands/verifyInstallation'
import { getDeps } from '../../src/deps'
import { VouchError } from '../../src/errors'
import type { ChainHead } from '../../src/governance/auditChain'
import { parseHeadLine, readHeads } from '../../src/records/auditHeads'
import { toEmail } from '../given'
import { counted } from '../../src/vocabulary'
import { personByEmail } from '../people'
import { print, showProgress, wantsJson, withJson, type Progress } from '../output'

interface Options {
  expectHead?: Heads
  accept?: string
  as?: string
  because?: string
}
type Heads = NonNullable<ChainHead>[] | string

export const addVerifyCommand = (program: Command): void => {
  withJson(program.command('verify'))
    .description(
      'check the audit log, every release against its signatures, every chunk against its release, the index against both, and every other record against its seal',
    )
    .option(
      '--expect-head <seq:hash|file>',
      'fail unless these rows are still in the audit log: a head that an earlier run or `audit head` printed, or a file of heads; the file of VOUCH_AUDIT_HEADS unless given',
      parseHeads,
    )
    .option('--accept <id>', 'take what is broken there as it is now; admins may, and it is recorded')
    .option('--as <email>', 'who accepts it', toEmail)
    .option('--because <reason>', 'why it is accepted')
    .action(async (options: Options, command: Command) =>
      options.accept ? accept(options.accept, options, command) : verify(options, command),
    )
}

const verify = async ({ expectHead }: Options, command: Command): Promise<void> => {
  const progress = progressByStage(wantsJson(command))
  const expectHeads = typeof expectHead === 'string' ? await readHeads(expectHead) : expectHead
  if (expectHeads && !expectHeads.length) throw new VouchError(`${String(expectHead)} holds no head.`)
  const result = await verifyInstallation(await getDeps(), {
    ...(expectHeads && { expectHeads }),
    onProgress: progress.update,
  })
  progress.stop()
  print(command, result, formatVerification)
  if (result.breaks.length) process.exitCode = 1
}

const formatVerification = ({ checked, breaks, accepted, unsealed, auditHead }: Verification): string =>
  [
    `${[
      counted(checked.auditRows, 'audit row'),
      counted(checked.approvals, 'approval'),
      counted(checked.releases, 'release'),
      counted(checked.chunks, 'chunk'),
      counted(checked.documents, 'document'),
      counted(checked.points, 'index point'),
      counted(checked.records, 'record'),
    ].join(', ')} checked.`,
    ...(breaks.length
      ? breaks.map(({ message, id }) => `✗ ${message} [${id}]`)
      : ['Everything that can be served was signed, and every record is as it was made.']),
    ...(accepted
      ? [
          `${counted(accepted, 'break')} ${accepted === 1 ? 'was' : 'were'} accepted before (in the audit log: verify.accepted).`,
        ]
      : []),
    ...(unsealed
      ? [
          `${counted(unsealed, 'revision')} ${unsealed === 1 ? 'is' : 'are'} not sealed in the audit log yet; the worker does it every minute.`,
        ]
      : []),
    ...(auditHead ? [`Head of the audit log: ${auditHead.seq}:${auditHead.hash}`] : []),
  ].join('\n')

const accept = async (id: string, { as, because }: Options, command: Command): Promise<void> => {
  if (!as || !because) throw new VouchError('--accept takes --as EMAIL and --because REASON too.')
  const deps = await getDeps()
  const user = await personByEmail(deps.payload, as)
  print(command, await acceptBreak(deps, { id, user, because }), ({ breaks, aside }) =>
    [
      ...breaks.map(({ message }) => `Accepted: ${message}`),
      ...(aside.length
        ? ['Not served, because it does not hold:', ...aside.map(({ message }) => `  ${message}`)]
        : ['Nothing is put aside.']),
    ].join('\n'),
  )
}

const parseHeads = (given: string): Heads => {
  const whole = parseHeadLine(given.trim())
  if (whole) return [whole]
  const [, seq, hash] = /^([1-9]\d*):((?:hmac-)?sha256:[0-9a-f]{64})$/.exec(given) ?? []
  if (seq && hash) return [{ seq: Number(seq), hash }]
  if (existsSync(given)) return given
  throw new InvalidArgumentError(
    'This takes a number and a hash as verify prints them, 1304:hmac-sha256:… (64 digits), or a file of heads.',
  )
}

/** One line of progress for each part of the work. */
const progressByStage = (quiet: boolean) => {
  let current: { stage: string; bar: Progress } | null = null
  return {
    update: (stage: string, done: number, total: number): void => {
      if (current?.stage !== stage) {
        current?.bar.stop()
        current = { stage, bar: showProgress(stage, { quiet }) }
      }
      current.bar.update(done, total)
    },
    stop: (): void => current?.bar.stop(),
  }
}

import { InvalidArgumentError, type Command } from 'commander'
import { verifyInstallation } from '../../src/commands/verifyInstallation'
import { getDeps } from '../../src/deps'
import type { ChainHead } from '../../src/governance/auditChain'
import { print, showProgress, wantsJson, withJson, type Progress } from '../output'

export const addVerifyCommand = (program: Command): void => {
  withJson(program.command('verify'))
    .description(
      'check the audit log, every release against its signatures, every chunk against its release, the index against both',
    )
    .option(
      '--expect-head <seq:hash>',
      'fail unless this row is still in the audit log: the head that an earlier run printed',
      parseHead,
    )
    .action(async (options: { expectHead?: ChainHead }, command: Command) => {
      const progress = progressByStage(wantsJson(command))
      const result = await verifyInstallation(await getDeps(), {
        ...options,
        onProgress: progress.update,
      })
      progress.stop()
      print(command, result, ({ checked, breaks, auditHead }) =>
        [
          `${checked.auditRows} audit rows, ${checked.approvals} approvals, ${checked.releases} releases, ${checked.chunks} chunks, ${checked.documents} documents, ${checked.points} index points checked.`,
          ...(breaks.length
            ? breaks.map(({ message }) => `✗ ${message}`)
            : ['Everything that can be served was signed, and every record is as it was made.']),
          ...(auditHead ? [`Head of the audit log: ${auditHead.seq}:${auditHead.hash}`] : []),
        ].join('\n'),
      )
      if (result.breaks.length) process.exitCode = 1
    })
}

const parseHead = (given: string): ChainHead => {
  const [, seq, hash] = /^([1-9]\d*):(sha256:[0-9a-f]{64})$/.exec(given) ?? []
  if (!seq || !hash)
    throw new InvalidArgumentError(
      'This takes a number and a hash as verify prints them: 1304:sha256:… (64 digits).',
    )
  return { seq: Number(seq), hash }
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

import type { Command } from 'commander'
import { replayAnswer, type Replay } from '../../src/commands/replay/replayAnswer'
import { getDeps } from '../../src/deps'
import { print, withJson } from '../output'

export const addReplayCommand = (program: Command): void => {
  withJson(program.command('replay <receipt>'))
    .description('find the evidence of an answer again, byte for byte, and say what would be answered today')
    .action(async (receiptId: string, _: unknown, command: Command) => {
      const replay = await replayAnswer(await getDeps(), { receiptId })
      print(command, replay, inWords)
      // That today's answer is another one is news; that evidence is gone is a fault.
      if (!replay.evidence.intact) process.exitCode = 1
    })
}

const inWords = ({ question, evidence, summary, differences, original, today }: Replay): string => {
  const bad = evidence.passages.filter(({ state }) => state !== 'identical')
  return [
    `“${question.text}”${question.redacted ? '   (asked without the secrets that were redacted)' : ''}`,
    `Then:  ${answerLine(original)}`,
    `Today: ${answerLine(today)}`,
    '',
    bad.length
      ? `Evidence: ${bad.length} of ${evidence.passages.length} passages are not as they were.`
      : `Evidence: all ${evidence.passages.length} passages are there, to the byte.`,
    ...bad.map(({ document, problem }) => `  ✗ ${document.title}: ${problem}`),
    summary,
    ...differences.map(({ kind, sentence }) => `  · ${sentence} (${kind})`),
  ].join('\n')
}

const answerLine = ({ outcome, reason, message }: Replay['original']): string =>
  `${outcome}${reason ? ` (${reason})` : ''}: ${message.replaceAll(/\s+/g, ' ')}`

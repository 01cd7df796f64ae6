import type { Command } from 'commander'
import { replayAnswer, type Replay } from '../../src/commands/replay/replayAnswer'
import { getDeps } from '../../src/deps'
import { counted } from '../../src/vocabulary'
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
      ? `Evidence: ${bad.length} of ${counted(evidence.passages.length, 'passage')} ${bad.length === 1 ? 'is' : 'are'} not as before.`
      : evidenceWhole(evidence.passages.length),
    ...bad.map(({ document, problem }) => `  ✗ ${document.title}: ${problem}`),
    summary,
    ...differences.map(({ kind, sentence }) => `  · ${sentence} (${kind})`),
  ].join('\n')
}

const evidenceWhole = (passages: number): string =>
  passages === 0
    ? 'Evidence: it rests on no passage.'
    : `Evidence: ${passages === 1 ? 'its 1 passage is' : `all ${counted(passages, 'passage')} are`} there, to the byte.`

const answerLine = ({ outcome, reason, message }: Replay['original']): string =>
  `${outcome}${reason ? ` (${reason})` : ''}: ${message.replaceAll(/\s+/g, ' ')}`

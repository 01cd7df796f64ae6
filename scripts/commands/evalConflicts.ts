import type { Command } from 'commander'
import type { ConflictHalf } from '../../evals/conflicts/pairs'
import type { ConflictSummary } from '../../evals/conflicts/summarize'
import { print, showProgress, wantsJson, withJson } from '../output'

/** `eval conflicts`: texts that contradict each other, among pairs that do and pairs that do not. */
export const addConflictsCommand = (parent: Command): void => {
  withJson(parent.command('conflicts'))
    .description('find the contradictions among 100 pairs of texts: precision and recall, of each half')
    .option('--words-only', 'without the embedding model and the reader')
    .action(async (o: { wordsOnly?: boolean }, command: Command) => {
      const [{ CONFLICT_HALVES }, { measureConflicts }, { localPorts }] = await Promise.all([
        import('../../evals/conflicts/pairs'),
        import('../../evals/conflicts/measure'),
        import('../../evals/conflicts/localPorts'),
      ])
      const progress = showProgress('Comparing', { quiet: wantsJson(command) })
      const { ports, close } = await localPorts({ wordsOnly: o.wordsOnly === true })
      const report: Partial<Record<ConflictHalf, ConflictSummary>> = {}
      for (const half of CONFLICT_HALVES) report[half] = await measureConflicts(half, ports, progress.update)
      progress.stop()
      await close()
      print(command, report, () =>
        Object.entries(report)
          .map(([half, each]) => formatHalf(half, each))
          .join('\n'),
      )
    })
}

const formatHalf = (half: string, { pairs, precision, recall, right, wrong }: ConflictSummary): string =>
  [
    `${half}: ${pairs} pairs, precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}; right: ${Object.entries(
      right,
    )
      .map(([kind, counts]) => `${kind} ${counts.right}/${counts.of}`)
      .join(', ')}`,
    // What is held back is not looked at.
    ...(half === 'tuned'
      ? wrong.map(
          ({ id, conflict, likelihood, sides }) =>
            `    ${id}: ${conflict ? 'missed' : 'no conflict'} (${likelihood.toFixed(2)}) ${sides.join(' | ')}`,
        )
      : []),
  ].join('\n')

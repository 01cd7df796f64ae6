import type { Command } from 'commander'
import { indexStatus } from '../../ingestion/indexStatus'
import { rebuildIndex } from '../../ingestion/rebuild'
import { reconcileIndex } from '../../ingestion/reconcile'
import { DENSE_WEIGHT, getDeps } from '../../src/deps'
import { print, showProgress, wantsJson, withJson } from '../output'

export const addIndexCommand = (program: Command): void => {
  const index = program.command('index').description('the search index')
  withJson(index.command('status'))
    .description('the index versions, and whether the active one is in step with the database')
    .action(async (_, command: Command) => {
      const status = await indexStatus(await getDeps())
      print(command, status, ({ versions, inStep, missing, stray, stale }) =>
        [
          ...versions.map(
            (version) =>
              `${version.state.padEnd(8)} ${version.id}  ${version.points} chunks  ${version.embeddingModel ?? 'words alone'}  ${version.chunker}`,
          ),
          inStep
            ? 'In step with the database.'
            : `Out of step: ${missing} missing, ${stray} stray, ${stale} stale. Run: npm run -s vouch -- index reconcile`,
        ].join('\n'),
      )
      if (!status.inStep) process.exitCode = 1
    })
  withJson(index.command('rebuild'))
    .description('build a new index version with the present model beside the active one, then switch')
    .action(async (_, command: Command) => {
      const bar = showProgress('indexing', { quiet: wantsJson(command) })
      const result = await rebuildIndex(await getDeps(), {
        denseWeight: DENSE_WEIGHT,
        onProgress: (done, total) => bar.update(done, total),
      })
      bar.stop()
      print(
        command,
        result,
        ({ version, points }) => `Index version ${version} is active with ${points} chunks.`,
      )
    })
  withJson(index.command('reconcile'))
    .description('compare the active index with the database both ways, and mend it')
    .action(async (_, command: Command) => {
      const result = await reconcileIndex(await getDeps())
      print(
        command,
        result,
        ({ added, removed, moved }) => `${added} added, ${removed} removed, ${moved} moved.`,
      )
    })
}

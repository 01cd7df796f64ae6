import { randomUUID } from 'node:crypto'
import type { Command } from 'commander'
import { SYSTEM } from '../../src/records/recordAudit'
import { beginBuild, runBuild } from '../../ingestion/buildIndex'
import type { VersionCheck } from '../../ingestion/checkVersion'
import { indexStatus } from '../../ingestion/indexStatus'
import { reconcileIndex } from '../../ingestion/reconcile'
import { activateVersion, pruneVersions, rollBack } from '../../ingestion/switchIndex'
import { DENSE_WEIGHT, getDeps } from '../../src/deps'
import { counted } from '../../src/vocabulary'
import { toCount, toShare } from '../given'
import { print, showProgress, wantsJson, withJson } from '../output'
import { statusWords } from './indexWords'

/** What the audit log says of who did it. */
const actor = SYSTEM

export const addIndexCommand = (program: Command): void => {
  const index = program.command('index').description('the search index and its versions')
  addStatus(index)
  addRebuild(index)
  addActivate(index)
  addRollback(index)
  addPrune(index)
  addReconcile(index)
}

const addStatus = (index: Command): void => {
  withJson(index.command('status'))
    .description('the index versions: points, when built, what runs, in step with the database or not')
    .action(async (_, command: Command) => {
      const status = await indexStatus(await getDeps())
      print(command, status, statusWords)
      if (!status.inStep || status.problem) process.exitCode = 1
    })
}

interface Checking {
  margin?: number
  force?: boolean
}

const withChecking = (command: Command): Command =>
  withJson(command)
    .option('--margin <share>', 'how much lower its recall may be than the active version’s', toShare, 0.02)
    .option('--force', 'activate whatever the check says; it is recorded in the audit log')

const addRebuild = (index: Command): void => {
  withChecking(index.command('rebuild'))
    .description(
      'build a version with the present model beside the active one, check it, then switch; goes on where an interrupted build was',
    )
    .option('--fresh', 'start anew')
    .option('--no-activate', 'leave it ready')
    .action(async (options: Checking & { fresh?: boolean; activate: boolean }, command: Command) => {
      const deps = await getDeps()
      const bar = showProgress('indexing', { quiet: wantsJson(command) })
      const { fresh = false, activate, ...checking } = options
      const me = randomUUID()
      const id = await beginBuild(deps, { denseWeight: DENSE_WEIGHT, actor, fresh, me })
      const built = await runBuild(deps, id, { me, actor, onProgress: bar.update, check: checking }).finally(
        bar.stop,
      )
      const check = activate ? await activateVersion(deps, id, { actor, ...checking }) : built
      print(command, { version: id, active: activate, check }, () =>
        [
          checkWords(check),
          activate
            ? `Index version ${id} is active with ${counted(check.chunks, 'chunk')}.`
            : `Index version ${id} is ready. To switch to it: npm run -s vouch -- index activate ${id}`,
        ].join('\n'),
      )
    })
}

const addActivate = (index: Command): void => {
  withChecking(index.command('activate'))
    .argument('<id>', 'a version that is ready')
    .description('check a version that is ready, and make it the one that answers')
    .action(async (id: string, options: Checking, command: Command) => {
      const check = await activateVersion(await getDeps(), id, { actor, ...options })
      print(command, { version: id, check }, () => `${checkWords(check)}\nIndex version ${id} is active.`)
    })
}

const addRollback = (index: Command): void => {
  withJson(index.command('rollback'))
    .description('go back to the version that was active before, with everything published since')
    .action(async (_, command: Command) => {
      const version = await rollBack(await getDeps(), { actor })
      print(command, { version }, () => `Index version ${version} is active again.`)
    })
}

const addPrune = (index: Command): void => {
  withJson(index.command('prune'))
    .option('--keep <n>', 'how many retired versions to keep for a roll-back', toCount(), 1)
    .description('remove the points of retired versions')
    .action(async ({ keep }: { keep: number }, command: Command) => {
      const removed = await pruneVersions(await getDeps(), { actor, keep })
      print(command, { removed }, () => `${removed.length} removed.`)
    })
}

const addReconcile = (index: Command): void => {
  withJson(index.command('reconcile'))
    .option('--dry-run', 'only say what would be mended')
    .description('compare the index with the database both ways, and mend it')
    .action(async ({ dryRun = false }: { dryRun?: boolean }, command: Command) => {
      const result = await reconcileIndex(await getDeps(), { actor, dryRun })
      print(command, result, (versions) =>
        versions
          .map(
            ({ version, added, removed, moved }) =>
              `${version}: ${added} ${dryRun ? 'to add' : 'added'}, ${removed} ${dryRun ? 'to remove' : 'removed'}, ${moved} ${dryRun ? 'to move' : 'moved'}.`,
          )
          .join('\n'),
      )
    })
}

const checkWords = ({ chunks, vectors, recall, problems }: VersionCheck): string =>
  [
    `Checked: ${counted(chunks, 'chunk')} against the database, ${counted(vectors.sampled, 'vector')} embedded again, recall at 5 on ${counted(recall.questions, 'question')} ${recall.built.toFixed(3)}${recall.active === null ? '' : ` (active version ${recall.active.toFixed(3)})`}.`,
    ...problems.map((problem) => `✗ ${problem}`),
  ].join('\n')

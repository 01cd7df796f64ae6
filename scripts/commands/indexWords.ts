import type { IndexStatus } from '../../ingestion/indexStatus'
import { counted } from '../../src/vocabulary'

/** The index versions as lines of a terminal. */
export const statusWords = ({ versions, inStep, missing, stray, stale, problem }: IndexStatus): string =>
  [
    ...versions.map(lineOf),
    inStep
      ? 'In step with the database.'
      : `Out of step: ${missing} missing, ${stray} stray, ${stale} stale. Run: npm run -s vouch -- index reconcile`,
    ...(problem ? [`! ${problem}`] : []),
  ].join('\n')

const lineOf = (version: IndexStatus['versions'][number]): string => {
  const { state, id, points, embeddingModel, chunker, store, builtAt, build } = version
  const facts = [
    ...(build ? [] : [points === null ? `${store} cannot be asked` : counted(points, 'chunk')]),
    embeddingModel ?? 'words alone',
    chunker,
    store,
    build ? buildWords(build) : `built ${builtAt ?? 'at the first start'}`,
    ...(version.inStep === null ? [] : [version.inStep ? 'in step' : 'out of step']),
  ]
  return [
    `${state.padEnd(8)} ${id}  ${facts.join(' · ')}`,
    ...version.problems.map((why) => `         ${why}`),
  ].join('\n')
}

const buildWords = (build: NonNullable<IndexStatus['versions'][number]['build']>): string => {
  const progress = `${build.done} of ${build.total} built`
  if (build.running)
    return [
      progress,
      ...(build.rate ? [`${build.rate} a second`] : []),
      ...(build.secondsLeft === null ? [] : [`${build.secondsLeft} s left`]),
    ].join(', ')
  return `${progress}, stopped${build.problem ? `: ${build.problem}` : ''}`
}

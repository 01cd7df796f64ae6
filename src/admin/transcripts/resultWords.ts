import type { VerdictResult } from '../../commands/verdicts/giveVerdict'

/** What came of a verdict, in a sentence. */
export function resultWords({ evalCase, gapId }: VerdictResult): string {
  const came = [
    evalCase &&
      (evalCase.active
        ? 'It is an eval case.'
        : 'Its eval case is off until two reviewers agree on it, or a text is named.'),
    gapId && 'Its question is on the backlog of gaps.',
  ].filter((each) => typeof each === 'string')
  return ['Kept.', ...came].join(' ')
}

import type { MutationReport } from '../src/proofs/mutations/report'
import { counted } from '../src/vocabulary'

/** What all of them together come to. @param seconds that it took. */
export function formatMutationTotal(reports: readonly MutationReport[], seconds: number): string {
  const sum = (of: (report: MutationReport) => number) => reports.reduce((all, each) => all + of(each), 0)
  const [noticed, tried] = [sum((each) => each.noticed), sum((each) => each.tried)]
  const suggested = sum(({ survivors }) => survivors.filter(({ question }) => question).length)
  return `\n${counted(reports.length, 'text')}: ${noticed} of ${counted(tried, 'change')} noticed, score ${(noticed / Math.max(1, tried)).toFixed(2)}; for ${suggested} of ${tried - noticed} survivors a question that would notice is named. ${unquestioned(reports)}It took ${Math.round(seconds)} s.`
}

/** How many texts nothing holds: they are what to begin with. */
const unquestioned = (reports: readonly MutationReport[]): string => {
  const none = reports.filter(({ questions, tried }) => questions === 0 && tried > 0).length
  return none === 0 ? '' : `${counted(none, 'text')} without any acceptance question. `
}

/** A text’s score, and each change that nothing noticed. */
export const formatReport = ({
  document,
  questions,
  mutations,
  tried,
  noticed,
  score,
  survivors,
}: MutationReport): string =>
  [
    `“${document.title}” v${document.version}: ${
      score === null
        ? 'there is no number, date, negation or condition to change.'
        : `score ${score.toFixed(2)}, ${noticed} of ${counted(tried, 'change')} noticed by ${counted(questions, 'question')}.`
    }`,
    ...(tried < mutations
      ? [`The text has ${mutations} such places; ${tried} spread over it were tried.`]
      : []),
    ...survivors.map(({ before, after, place, sentence, question }) =>
      [
        `  ✗ ${before} → ${after || '(left out)'}   ${[...place].join(' › ')}`,
        `      ${sentence.replace(/\s+/g, ' ').slice(0, 160)}`,
        question ? `      would notice: ${question}` : '      write a question that this sentence answers',
      ].join('\n'),
    ),
  ].join('\n')

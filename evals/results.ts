import { decimal, percent, refusalsInWords, signed } from './inWords'
import type { EvalRun, QuestionRun, TextRun } from './evalRun'
import type { PairedDifference } from './metrics/pairedDifference'
import { LOSSES } from './summary/losses'
import { RANKINGS, type Ranking, type RetrievalSummary } from './summary/retrieval'

/** Runs as the Markdown page `evals/RESULTS.md`: figures alone, no text of a set. */
export const resultsPage = (runs: readonly EvalRun[]): string => {
  const questions = runs.filter((run) => run.form === 'questions')
  const texts = runs.filter((run) => run.form === 'texts')
  return (
    [
      '# What was measured',
      'Made by `npm run -s vouch -- eval results`; not to be edited. The sets are described in `../shared/data/SOURCES.md`, the golden set in `evals/datasets/demo/README.md`.',
      circumstances(runs),
      '## Retrieval and answers, baselines beside them',
      NOTES,
      table(MAIN_HEAD, questions.flatMap(mainRows)),
      ...questions.flatMap(({ set, refusals }) =>
        refusals ? [`${set}: ${refusalsInWords(refusals)}.`] : [],
      ),
      ...singleTurnTable(questions),
      '## Confidence',
      'AUROC tells answerable from unanswerable questions. The curve counts every quotation, whether the thresholds let it through or not: how much of it is right when 70 % of the answerable questions are answered, and how much can be answered while 95 % is right. Calibration error: ten bins, confidence against the share of quotations that is right.',
      table(CONFIDENCE_HEAD, questions.map(confidenceRow)),
      '## Where answerable questions end',
      table(
        ['set', ...LOSSES],
        questions.map(({ set, summary }) => [set, ...LOSSES.map((loss) => String(summary.losses[loss]))]),
      ),
      ...languageTables(questions),
      '## Labelled texts',
      table(TEXT_HEAD, texts.flatMap(textRows)),
    ].join('\n\n') + '\n'
  )
}

const NOTES = `Each set's documents are asked as they are, in memory, as an asker who may be told what is public; \`golden\` is asked of an installation in which every text was signed and published, as the demo's bot. nDCG@10 and recall@5 are over the answerable questions with known documents. The gain is Vouch's nDCG@10 over that row's, paired, with its 95 % bootstrap interval. Right is by \`answer_key\` or short expected answers where a set has them (bank, golden, squad2_half_dev), else by whether a right document is cited, so compare it within a set. LangChain is its RAG tutorial with the same embedder (1,000 characters, 200 overlap, the question as it was typed, the best chunk above a cosine of .5, no audiences); its answer is that whole chunk, so right is easier for it than for a few sentences.`

const circumstances = (runs: readonly EvalRun[]): string => {
  const [first] = runs
  if (!first) return 'Nothing was measured.'
  const { machine, embeddingModel, calibration } = first.circumstances
  const days = [...new Set(runs.map((run) => run.circumstances.at.slice(0, 10)))].toSorted()
  const commits = [...new Set(runs.map((run) => run.circumstances.commit))]
  const loads = runs.map((run) => run.circumstances.machine.load)
  return `${days.join(', ')}, commit ${commits.join(', ')} (a plus: with changes); ${machine.cores} cores (${machine.cpu}), ${machine.memoryGb} GB, Node ${machine.node}, load ${Math.min(...loads)} to ${Math.max(...loads)}; embeddings ${embeddingModel ?? 'none'}, calibration ${calibration}, no language model.`
}

const MAIN_HEAD = [
  'set',
  'by',
  'nDCG@10',
  'recall@5',
  'gain of Vouch',
  'answerable answered',
  'of the answers right',
  'unanswerable answered',
  'leaks',
  'grounded',
  'p50 / p95 ms',
]

const NAMES: Record<Ranking, string> = {
  fused: '**Vouch**',
  words: 'words alone',
  dense: 'dense alone',
  naive: 'LangChain',
}

const mainRows = ({ set, summary }: QuestionRun): string[][] =>
  RANKINGS.map((ranking) => [
    ranking === 'fused' ? `**${set}** (${summary.questions})` : '',
    NAMES[ranking],
    ...scoresIn(summary.retrieval, ranking),
    ...answersIn(summary, ranking),
  ])

const scoresIn = ({ scores, gain }: RetrievalSummary, ranking: Ranking): string[] => [
  decimal(scores[ranking]['ndcg@10']),
  decimal(scores[ranking]['recall@5']),
  ranking === 'fused' ? '' : gainInWords(gain[ranking]),
]

const gainInWords = (gain: PairedDifference | null): string =>
  gain ? `${signed(gain.difference)} (${signed(gain.low)} to ${signed(gain.high)})` : '–'

/** The legs alone decide nothing: their rows have no answers. */
const answersIn = ({ answers, naive, latencyMs }: QuestionRun['summary'], ranking: Ranking): string[] => {
  const by = ranking === 'fused' ? answers : ranking === 'naive' ? naive : null
  if (!by) return ['', '', '', '', '', '']
  const shares = [
    `${percent(by.coverage)} of ${by.answerable}`,
    percent(by.precision),
    by.unanswerable ? `${percent(by.unanswerableAnswered)} of ${by.unanswerable}` : '–',
    String(by.leaks),
  ]
  return ranking === 'fused'
    ? [...shares, percent(answers.grounded), `${inMs(latencyMs.p50)} / ${inMs(latencyMs.p95)}`]
    : [...shares, '', '']
}

/** Of the sets in which some questions have earlier turns and some have none. */
const singleTurnTable = (runs: readonly QuestionRun[]): string[] => {
  const mixed = runs.filter(
    ({ summary: { singleTurn, retrieval } }) =>
      singleTurn.questions > 0 && singleTurn.questions < retrieval.questions,
  )
  if (mixed.length === 0) return []
  return [
    'The questions without earlier turns alone:',
    table(
      ['set', 'questions', 'nDCG@10', 'recall@5', 'gain over words alone'],
      mixed.map(({ set, summary: { singleTurn } }) =>
        [set, String(singleTurn.questions)].concat(
          scoresIn(singleTurn, 'fused').slice(0, 2),
          gainInWords(singleTurn.gain.words),
        ),
      ),
    ),
  ]
}

const CONFIDENCE_HEAD = [
  'set',
  'AUROC',
  'right at 70 % answered',
  'answered at 95 % right',
  'AURC',
  'calibration error',
]

const confidenceRow = ({ set, summary: { confidence } }: QuestionRun): string[] => {
  const { auroc, aurocInterval } = confidence
  return [
    set,
    auroc === null || !aurocInterval
      ? '–'
      : `${decimal(auroc)} (${decimal(aurocInterval.low)} to ${decimal(aurocInterval.high)})`,
    percent(confidence.precisionAt70),
    percent(confidence.at95?.answerableCoverage ?? 0),
    decimal(confidence.aurc),
    decimal(confidence.ece),
  ]
}

const languageTables = (runs: readonly QuestionRun[]): string[] =>
  runs
    .filter(({ summary }) => Object.keys(summary.byLanguage).length > 0)
    .flatMap(({ set, summary }) => [
      `## ${set} by language`,
      table(
        [
          'language',
          'questions',
          ...RANKINGS.map((ranking) => `nDCG@10 ${NAMES[ranking]}`),
          'gain over words',
        ],
        Object.entries(summary.byLanguage).map(languageRow),
      ),
    ])

const languageRow = ([language, { questions, scores, gain }]: [string, RetrievalSummary]): string[] => [
  language,
  String(questions),
  ...RANKINGS.map((ranking) => decimal(scores[ranking]['ndcg@10'])),
  gainInWords(gain.words),
]

const TEXT_HEAD = ['set', 'share', 'value', 'of', 'better']

const textRows = ({ set, measures }: TextRun): string[][] =>
  measures.map(({ name, value, of, better }, i) => [
    i === 0 ? set : '',
    name,
    percent(value),
    String(of),
    better,
  ])

const inMs = (value: number | null): string => (value === null ? '–' : value.toFixed(0))

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

import { decimal, percent, refusalsInWords } from '../inWords'
import type { QuestionRun } from '../evalRun'
import type { Summary } from '../summary/summarize'
import { Reliability, RiskCoverage } from './curves'
import { QuestionTable } from './questionTable'
import { Section } from './section'
import { ConfusionTable, LanguageTable, LossTable, RetrievalTable } from './tables'
import { worstOf } from './worst'

/** Everything about a run of questions. */
export const QuestionReport = ({ run: { summary, records, refusals } }: { run: QuestionRun }) => {
  const { retrieval, byLanguage, losses, confusion } = summary
  return (
    <>
      <Tiles summary={summary} />
      <Confidence summary={summary} />
      <Section title={`Retrieval, ${retrieval.questions} answerable questions`}>
        <RetrievalTable retrieval={retrieval} />
      </Section>
      {Object.keys(byLanguage).length > 0 && (
        <Section title="nDCG@10 by language">
          <LanguageTable byLanguage={byLanguage} />
        </Section>
      )}
      <Section title="Where answerable questions end">
        <LossTable losses={losses} />
      </Section>
      <Section title="What came of each kind">
        <ConfusionTable confusion={confusion} />
        {refusals && <p className="under">{sentence(refusalsInWords(refusals))}</p>}
      </Section>
      <Section title="To look at first">
        {worstOf(records).map((group) => (
          <QuestionTable key={group.title} group={group} />
        ))}
      </Section>
    </>
  )
}

const Confidence = ({ summary }: { summary: Summary }) => {
  const { confidence } = summary
  return (
    <Section title="Does confidence tell?">
      <div className="curves">
        <figure>
          <RiskCoverage curve={confidence.curve} today={todayOf(summary)} />
          <figcaption>
            Area {decimal(confidence.aurc)}. At 70 % of the answerable answered,{' '}
            {percent(confidence.precisionAt70)} of the answers are right; while 95 % are right,{' '}
            {percent(confidence.at95?.answerableCoverage ?? 0)} can be answered.
          </figcaption>
        </figure>
        <figure>
          <Reliability bins={confidence.reliability} />
          <figcaption>
            Expected calibration error {decimal(confidence.ece)}, ten bins of equal width.
          </figcaption>
        </figure>
      </div>
    </Section>
  )
}

const Tiles = ({ summary }: { summary: Summary }) => {
  const { answers, confidence, latencyMs, naive, retrieval, questions } = summary
  const tiles: { name: string; value: string; bad?: boolean }[] = [
    { name: 'questions', value: String(questions) },
    { name: 'nDCG@10', value: decimal(retrieval.scores.fused['ndcg@10']) },
    { name: 'of the answerable, answered', value: percent(answers.coverage) },
    {
      name: `of the answers, right${naive ? ` (LangChain ${percent(naive.precision)})` : ''}`,
      value: percent(answers.precision),
    },
    {
      name: `of the unanswerable, answered${naive ? ` (LangChain ${percent(naive.unanswerableAnswered)})` : ''}`,
      value: percent(answers.unanswerableAnswered),
    },
    { name: 'AUROC, answerable or not', value: decimal(confidence.auroc) },
    { name: 'citations right', value: percent(answers.citationPrecision) },
    {
      name: 'sentences grounded',
      value: percent(answers.grounded),
      bad: answers.grounded !== null && answers.grounded < 1,
    },
    {
      name: `leaks${naive ? ` (LangChain ${naive.leaks})` : ''}`,
      value: String(answers.leaks),
      bad: answers.leaks > 0,
    },
    { name: 'ms a question, p50 / p95', value: `${inMs(latencyMs.p50)} / ${inMs(latencyMs.p95)}` },
  ]
  return (
    <div className="tiles">
      {tiles.map(({ name, value, bad }) => (
        <div key={name} className={bad ? 'tile bad' : 'tile'}>
          <b>{value}</b>
          <span>{name}</span>
        </div>
      ))}
    </div>
  )
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

const inMs = (value: number | null): string => (value === null ? '–' : value.toFixed(0))

/** Where today's thresholds stand on the curve's axes. */
const todayOf = ({ answers, confidence }: Summary): { coverage: number; risk: number } | null => {
  const all = answers.answerable + answers.unanswerable
  if (all === 0 || answers.precision === null || confidence.curve.length === 0) return null
  const answered =
    (answers.coverage ?? 0) * answers.answerable + (answers.unanswerableAnswered ?? 0) * answers.unanswerable
  return { coverage: answered / all, risk: 1 - answers.precision }
}

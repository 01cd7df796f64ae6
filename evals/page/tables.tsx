import { OUTCOMES } from '../../src/vocabulary'
import { decimal, percent, signed } from '../inWords'
import { LOSSES, type Loss } from '../summary/losses'
import { RANKINGS, type RetrievalSummary } from '../summary/retrieval'
import type { TextMeasure } from '../texts/types'

const NAMES = {
  fused: 'Vouch: both legs fused',
  words: 'words alone (BM25)',
  dense: 'dense alone',
  naive: 'LangChain’s tutorial',
}
const COLUMNS = ['ndcg@10', 'recall@1', 'recall@5', 'recall@10', 'mrr'] as const

/** Each ranking's scores, and what fusing gains over it. */
export const RetrievalTable = ({ retrieval }: { retrieval: RetrievalSummary }) => (
  <table>
    <thead>
      <tr>
        <th>ranking</th>
        {COLUMNS.map((column) => (
          <th key={column} className="number">
            {column}
          </th>
        ))}
        <th className="number">nDCG@10 that fusing gains</th>
      </tr>
    </thead>
    <tbody>
      {RANKINGS.map((ranking) => {
        const gain = ranking === 'fused' ? null : retrieval.gain[ranking]
        return (
          <tr key={ranking} className={ranking === 'fused' ? 'main' : ''}>
            <td>{NAMES[ranking]}</td>
            {COLUMNS.map((column) => (
              <td key={column} className="number">
                {decimal(retrieval.scores[ranking][column])}
              </td>
            ))}
            <td className="number">
              {gain ? `${signed(gain.difference)} (${signed(gain.low)} to ${signed(gain.high)})` : ''}
            </td>
          </tr>
        )
      })}
    </tbody>
  </table>
)

/** nDCG@10 by language. */
export const LanguageTable = ({ byLanguage }: { byLanguage: Record<string, RetrievalSummary> }) => (
  <table>
    <thead>
      <tr>
        <th>language</th>
        {RANKINGS.map((ranking) => (
          <th key={ranking} className="number">
            {NAMES[ranking]}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {Object.entries(byLanguage).map(([language, { scores }]) => (
        <tr key={language}>
          <td>{language}</td>
          {RANKINGS.map((ranking) => (
            <td key={ranking} className="number">
              {decimal(scores[ranking]['ndcg@10'])}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

/** How many questions of each kind came to each outcome; the darker, the larger its share of the kind. */
export const ConfusionTable = ({ confusion }: { confusion: Record<string, Record<string, number>> }) => (
  <table className="confusion">
    <thead>
      <tr>
        <th>kind of question</th>
        {OUTCOMES.map((outcome) => (
          <th key={outcome} className="number">
            {outcome}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {Object.entries(confusion).map(([kind, counts]) => {
        const total = Object.values(counts).reduce((a, b) => a + b, 0)
        return (
          <tr key={kind}>
            <td>{kind.replaceAll('_', ' ')}</td>
            {OUTCOMES.map((outcome) => (
              <td
                key={outcome}
                className="number"
                style={{ background: `rgb(var(--shade) / ${(0.45 * (counts[outcome] ?? 0)) / total})` }}
              >
                {counts[outcome] ?? '·'}
              </td>
            ))}
          </tr>
        )
      })}
    </tbody>
  </table>
)

/** Shares of labelled texts as bars. */
export const MeasureTable = ({ measures }: { measures: readonly TextMeasure[] }) => (
  <table>
    <tbody>
      {measures.map(({ name, value, of, better }) => (
        <tr key={name}>
          <td>{name}</td>
          <td className="wide">
            <div className={`bar ${better}`} style={{ width: `${100 * (value ?? 0)}%` }} />
          </td>
          <td className="number">{percent(value)}</td>
          <td className="number quiet">of {of}</td>
          <td className="quiet">{better} is better</td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** Where the answerable questions end, as shares. */
export const LossTable = ({ losses }: { losses: Record<Loss, number> }) => {
  const total = LOSSES.reduce((sum, loss) => sum + losses[loss], 0)
  return (
    <table>
      <tbody>
        {LOSSES.map((loss, i) => (
          <tr key={loss}>
            <td>{loss}</td>
            <td className="wide">
              <div
                className={i === 0 ? 'bar' : 'bar less'}
                style={{ width: `${(100 * losses[loss]) / Math.max(1, total)}%` }}
              />
            </td>
            <td className="number">{losses[loss]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

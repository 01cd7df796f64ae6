import type { ImpactItem, ReportedAnswer } from '../../../commands/impact/report'
import { IMPACT_WORDS } from '../../../proofs/impact'
import { documentHref } from '../../links'
import { OUTCOME_WORDS, sentence } from '../../words'

/** Each past question with its answer now and as if the version were published, side by side. */
export const ImpactTable = ({ items }: { items: readonly ImpactItem[] }) =>
  items.length === 0 ? (
    <p className="vouch-quiet">No past question would be answered otherwise.</p>
  ) : (
    <div className="vouch-table-wrap" tabIndex={0} role="region" aria-label="Answers, now and then">
      <table className="vouch-table">
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col">Now</th>
            <th scope="col">With this version</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={`${item.bot} ${item.question}`}>
              <th scope="row">
                <a href={hrefOf(item)}>{item.question}</a>
                <span className="vouch-quiet vouch-block">
                  {sentence(IMPACT_WORDS[item.label])} · {item.bot}
                </span>
              </th>
              <td>
                <Answer answer={item.live} />
              </td>
              <td>
                <Answer answer={item.tried} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )

const hrefOf = ({ from }: ImpactItem): string =>
  'receiptId' in from ? documentHref('answers', from.receiptId) : documentHref('gaps', from.gapId)

const Answer = ({ answer: { outcome, reason, message, cited } }: { answer: ReportedAnswer }) => (
  <>
    {message}
    <span className="vouch-quiet vouch-block">
      {OUTCOME_WORDS[outcome]}
      {reason ? ` · ${sentence(reason)}` : ''}
      {cited.length > 0 && ` · ${cited.join(', ')}`}
    </span>
  </>
)

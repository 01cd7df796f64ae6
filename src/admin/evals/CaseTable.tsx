import type { CaseOutcome } from '../../commands/storedCases/caseOutcome'
import { documentHref, tryHref } from '../links'
import { StatePill } from '../states/StatePill'
import { OUTCOME_WORDS, reasonWords } from '../words'
import { EVAL_KIND_LABELS, type EvalKind } from '../../vocabulary'

/** Cases of a run with what came of each, and why that is not right. */
export const CaseTable = ({ results }: { results: readonly CaseOutcome[] }) => (
  <div className="vouch-table-wrap" tabIndex={0} role="region" aria-label="Cases">
    <table className="vouch-table vouch-blocks">
      <thead>
        <tr>
          <th scope="col">Case</th>
          <th scope="col">Came of it</th>
          <th scope="col">Judgement</th>
          <th scope="col">
            <span className="vouch-sr">Try it</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {results.map(({ caseId, question, kind, outcome, reason, confidence, problem }) => (
          <tr key={caseId}>
            <td className="vouch-wrong__question">
              <a href={documentHref('eval-cases', caseId)}>{question}</a>
              <span className="vouch-quiet vouch-block">{EVAL_KIND_LABELS[kind as EvalKind] ?? kind}</span>
            </td>
            <td>
              <StatePill state={outcome}>{OUTCOME_WORDS[outcome]}</StatePill>
              <span className="vouch-quiet vouch-block">
                {[reason && reasonWords(reason), confidence !== null && confidence.toFixed(2)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </td>
            <td>{problem ?? <span className="vouch-quiet">✓ right</span>}</td>
            <td>
              <a href={tryHref({ question })} aria-label={`Try it: ${question}`}>
                Try it
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

import type { Trial } from '../../commands/tryQuestion'
import { Considered } from '../receipts/Considered'
import { Facts, featureFacts, timeFacts, VERSION_WORDS } from '../receipts/Record'
import { searchedWords } from '../receipts/searchedWords'
import { whyNotUsed } from '../receipts/whyNot'
import { counted, OUTCOME_WORDS, reasonWords, sentence } from '../words'

/** Folded away: why it was decided so, what was weighed, how long it took, and by which versions. */
export const TrialDetails = ({ trial, question }: { trial: Trial; question: string }) => {
  const { candidates, citations, features, timings, versions, outcome, reason, searched } = trial
  return (
    <div className="vouch-folds">
      <details>
        <summary>Decision</summary>
        <dl className="vouch-facts">
          <dt>Outcome</dt>
          <dd>{OUTCOME_WORDS[outcome]}</dd>
          <dt>Reason</dt>
          <dd>{reason ? sentence(reasonWords(reason)) : 'The cited text supports every sentence.'}</dd>
          {trial.because && (
            <>
              <dt>Because of</dt>
              <dd>“{trial.because}”</dd>
            </>
          )}
          <dt>Shown to the customer</dt>
          <dd>{trial.message}</dd>
          {searched && searchedWords(searched, question) && (
            <>
              <dt>Searched for</dt>
              <dd>{searchedWords(searched, question)}</dd>
            </>
          )}
          <dt>Not available</dt>
          <dd>{trial.degraded.join(', ') || 'Everything was available.'}</dd>
        </dl>
        <div className="vouch-record">
          <Facts title="What confidence rests on" facts={featureFacts(features)} />
          <Facts
            title="Versions"
            facts={Object.entries(versions).map(([name, value]) => [
              VERSION_WORDS[name] ?? name,
              String(value ?? 'none'),
            ])}
          />
        </div>
      </details>
      <details>
        <summary>
          {counted(candidates.length, 'passage')} considered, with the scores of both searches
        </summary>
        {candidates.length > 0 && <p className="vouch-reading">{whyNotUsed(outcome, reason)}</p>}
        <Considered considered={candidates} cited={citations} />
      </details>
      <details>
        <summary>Time taken: {Math.round(timings['total'] ?? 0)} ms</summary>
        <Facts title="By step" facts={timeFacts(timings)} />
      </details>
    </div>
  )
}

import type { DescribedAnswer } from '../../commands/describeAnswer'
import type { Replay } from '../../commands/replay/replayAnswer'
import { documentHref } from '../links'
import { StatePill } from '../states/StatePill'
import { Moment } from '../time/Moment'
import { counted, OUTCOME_WORDS, reasonWords } from '../words'

/** What a replay found: the evidence, the verdict with its reasons, and both answers side by side. */
export const ReplayResult = ({ replay }: { replay: Replay }) => {
  const { evidence, verdict, differences, original, today, question, asOf, replayedAt } = replay
  return (
    <div className="vouch-replay__result">
      <div className="vouch-inline">
        <StatePill state={verdict === 'same' ? 'published' : 'changes_requested'}>
          {VERDICT_PILLS[verdict]}
        </StatePill>
        <span className="vouch-quiet">
          Replayed <Moment at={replayedAt} as="exact" />, as of <Moment at={asOf} as="exact" />
        </span>
      </div>
      <Evidence evidence={evidence} />
      {question.redacted && (
        <p className="vouch-quiet">
          Secrets were taken out of the question when it was stored, so it was asked without them.
        </p>
      )}
      {differences.length > 0 && (
        <>
          <h3>{verdict === 'same' ? 'What has changed, without changing the answer' : 'Why'}</h3>
          <ul className="vouch-replay__reasons">
            {differences.map(({ kind, sentence, document }) => (
              <li key={sentence}>
                {sentence}{' '}
                {document && !kind.startsWith('evidence') && (
                  <a href={documentHref(document.collection, document.id)}>Open it</a>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {verdict !== 'same' && (
        <div className="vouch-replay__two">
          <Side title="Then" answer={original} />
          <Side title="Today" answer={today} />
        </div>
      )}
    </div>
  )
}

const VERDICT_PILLS: Record<Replay['verdict'], string> = {
  same: 'The same today',
  other_evidence: 'The same words, from another text',
  other_words: 'Other words today',
  other_outcome: 'Another outcome today',
}

const Evidence = ({ evidence: { intact, passages } }: Pick<Replay, 'evidence'>) => {
  if (!passages.length) return <p>No text was looked at then, so there is no evidence to find again.</p>
  if (intact)
    return (
      <p>
        <span aria-hidden="true">✓ </span>
        {passages.length === 1
          ? 'The passage that it rests on is there, to the byte.'
          : `All ${counted(passages.length, 'passage')} that it looked at are there, to the byte.`}
      </p>
    )
  const bad = passages.filter(({ state }) => state !== 'identical')
  return (
    <p className="vouch-replay__broken">
      <span aria-hidden="true">✗ </span>
      {bad.length} of {counted(passages.length, 'passage')} {bad.length === 1 ? 'is' : 'are'} not as it was.
      Run <code>vouch verify</code> and tell whoever looks after the database.
    </p>
  )
}

const Side = ({ title, answer }: { title: string; answer: DescribedAnswer }) => (
  <div>
    <h3>{title}</h3>
    <div className="vouch-inline">
      <StatePill state={answer.outcome}>{OUTCOME_WORDS[answer.outcome]}</StatePill>
      <span className="vouch-quiet">
        {[
          answer.reason && reasonWords(answer.reason),
          answer.confidence !== null && `confidence ${answer.confidence.toFixed(2)}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </div>
    <p className="vouch-reading">{answer.message}</p>
    {answer.citations.length > 0 && (
      <ul className="vouch-replay__cited">
        {answer.citations.map(({ number, document, version, releaseId }) => (
          <li key={number}>
            {number}. <a href={documentHref('releases', releaseId)}>{document.title}</a>{' '}
            <span className="vouch-quiet">v{version}</span>
          </li>
        ))}
      </ul>
    )}
  </div>
)

import type { ImpactReport } from '../../../commands/impact/report'

/** Which changes of the text's facts its acceptance questions would not notice. */
export const Survivors = ({
  mutation: { score, noticed, tried, survivors },
}: Pick<ImpactReport, 'mutation'>) =>
  score === null ? null : (
    <>
      <h3>How well its questions hold it</h3>
      <p>
        Of {tried} facts that were changed one by one, its questions notice {noticed} (
        {Math.floor(score * 100)} %).
      </p>
      {survivors.length > 0 && (
        <details>
          <summary>What they do not notice</summary>
          <ul>
            {survivors.map(({ before, after, sentence, question }) => (
              <li key={`${before} ${after} ${sentence}`}>
                “{before}” {after ? `as “${after}”` : 'left out'}, in: {sentence}
                {question && (
                  <span className="vouch-quiet vouch-block">This question would notice: {question}</span>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )

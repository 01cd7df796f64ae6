import type { BrokenQuestion } from '../../../commands/impact/report'
import type { AcceptanceResult } from '../../../proofs/acceptance'
import { documentHref } from '../../links'

/** The text's own questions, and those of other texts that it would break. */
export const AcceptanceList = ({
  acceptance,
  broken,
}: {
  acceptance: readonly AcceptanceResult[]
  broken: readonly BrokenQuestion[]
}) => {
  const holding = acceptance.filter(({ problem }) => problem === null).length
  return (
    <>
      <h3>Acceptance questions</h3>
      <p>
        {acceptance.length === 0
          ? 'It has none. Its author writes them below the text.'
          : `${holding} of ${acceptance.length} hold.`}
      </p>
      <ul>
        {acceptance.map(({ question, expects, problem, message }) => (
          <li key={`${expects} ${question}`}>
            {problem ? '✗ Does not hold: ' : '✓ Holds: '}
            {question} {problem && <span>{problem} </span>}
            <span className="vouch-quiet vouch-block">{message}</span>
          </li>
        ))}
      </ul>
      {broken.length > 0 && (
        <>
          <h3>Questions of other texts that it would break</h3>
          <ul>
            {broken.map(({ document, question, problem, message }) => (
              <li key={`${document.id} ${question}`}>
                <a href={documentHref(document.collection, document.id)}>{document.title}</a>: {question}{' '}
                {problem}
                <span className="vouch-quiet vouch-block">{message}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

import { documentHref } from '../links'
import { Markdown } from '../Markdown'
import type { ConsideredPassage } from '../../commands/parseReceipt'
import { Stale } from './Stale'

/** Every passage that was weighed, with the scores of both legs. */
export const Considered = ({
  considered,
  cited,
}: {
  considered: readonly ConsideredPassage[]
  /** Which passages are cited, and as which number. */
  cited: readonly { chunkId: string; number: number }[]
}) => {
  if (!considered.length)
    return (
      <p className="vouch-quiet">
        Nothing: it was decided before any text was searched, or no text came near.
      </p>
    )
  return (
    <div className="vouch-table-wrap" tabIndex={0} role="region" aria-label="Passages considered">
      <table className="vouch-table">
        <thead>
          <tr>
            <th scope="col" className="vouch-number">
              #
            </th>
            <th scope="col">Passage</th>
            <th scope="col" className="vouch-number">
              Words
            </th>
            <th scope="col" className="vouch-number">
              Meaning
            </th>
            <th scope="col" className="vouch-number">
              Together
            </th>
            <th scope="col">Used</th>
          </tr>
        </thead>
        <tbody>
          {considered.map((passage, index) => (
            <tr key={passage.chunkId}>
              <td className="vouch-number">{index + 1}</td>
              <td>
                <a href={documentHref(passage.document.collection, passage.document.id)}>
                  {passage.document.title}
                </a>{' '}
                <span className="vouch-quiet">v{passage.version}</span> <Stale of={passage.verification} />
                {passage.headingPath.length > 0 && (
                  <span className="vouch-quiet vouch-block">{passage.headingPath.join(' › ')}</span>
                )}
                {passage.text && (
                  <details>
                    <summary>Text</summary>
                    <Markdown text={passage.text} />
                  </details>
                )}
              </td>
              <td className="vouch-number">{score(passage.words, 2)}</td>
              <td className="vouch-number">{score(passage.dense, 3)}</td>
              <td className="vouch-number">{score(passage.score, 3)}</td>
              <td>{usedAs(passage.chunkId, cited)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const usedAs = (id: string, cited: readonly { chunkId: string; number: number }[]): string => {
  const numbers = cited.filter(({ chunkId }) => chunkId === id).map(({ number }) => number)
  return numbers.length ? `cited as ${numbers.join(', ')}` : 'no'
}

const score = (value: number | null, digits: number): string => (value === null ? '–' : value.toFixed(digits))

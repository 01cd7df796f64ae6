import type { TierReport } from '../../answer/calibrationReport'
import { sentence } from '../words'

/** From which confidence on each tier's text is quoted, what that promises, and what it costs. */
export const TierTable = ({ tiers }: { tiers: readonly TierReport[] }) => (
  <table className="vouch-table vouch-versions">
    <thead>
      <tr>
        <th scope="col">Risk tier</th>
        <th scope="col">Promised</th>
        <th scope="col" className="vouch-number">
          From
        </th>
        <th scope="col" className="vouch-number">
          Answered, of what can be
        </th>
        <th scope="col" className="vouch-number">
          Right, of the answers
        </th>
      </tr>
    </thead>
    <tbody>
      {tiers.map(({ tier, risk, certainty, threshold, promised, coverage, precision }) => (
        <tr key={tier}>
          <td>{sentence(tier)}</td>
          <td className="vouch-wrap">
            {promised
              ? `At most ${percent(risk)} wrong, with ${percent(certainty)} certainty`
              : `Nothing: these questions do not bear “at most ${percent(risk)} wrong”, so the line stays where it was`}
          </td>
          <td className="vouch-number" data-label="is sure enough">
            {threshold.toFixed(2)}
          </td>
          <td className="vouch-number" data-label="answered, of what can be">
            {percent(coverage)}
          </td>
          <td className="vouch-number" data-label="right, of the answers">
            {precision === null ? '–' : percent(precision)}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

const percent = (share: number): string => `${Math.round(share * 100)}%`

import type { CalibrationReport } from '../../answer/calibrationReport'

/** The reliability curve, a tenth of confidence a row: the bar is what was right, the mark where it should end. */
export const ReliabilityTable = ({ bins }: { bins: CalibrationReport['reliability'] }) => (
  <table className="vouch-table vouch-reliability">
    <thead>
      <tr>
        <th scope="col">Confidence</th>
        <th scope="col" className="vouch-number">
          Questions
        </th>
        <th scope="col">Right, if quoted</th>
      </tr>
    </thead>
    <tbody>
      {bins.map(({ from, to, count, confidence, right }) => (
        <tr key={from}>
          <td>
            {percent(from)} to {percent(to)}
          </td>
          <td className="vouch-number">{count}</td>
          <td>
            <span className="vouch-reliability__track" aria-hidden="true">
              <span className="vouch-reliability__right" style={{ width: percent(right) }} />
              <span className="vouch-reliability__said" style={{ left: percent(confidence) }} />
            </span>
            <span className="vouch-number">{percent(right)}</span>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

const percent = (share: number): string => `${Math.round(share * 100)}%`

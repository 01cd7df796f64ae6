import type { FreshnessReport } from '../../commands/readFreshness'
import type { Shares } from '../../governance/freshness'

/** Shares by topic or by owner, whatever needs most attention first. */
export const ShareTable = ({ what, rows }: { what: string; rows: FreshnessReport['topics'] }) => (
  <div
    className="vouch-table-wrap"
    tabIndex={0}
    role="region"
    aria-label={`Freshness by ${what.toLowerCase()}`}
  >
    <table className="vouch-table">
      <thead>
        <tr>
          <th scope="col">{what}</th>
          {['Texts', 'Verified', 'Due', 'Overdue'].map((head) => (
            <th key={head} scope="col" className="vouch-number">
              {head}
            </th>
          ))}
          <th scope="col" className="vouch-fresh__bar">
            <span className="vouch-sr">Shares</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id ?? 'none'}>
            <th scope="row">{row.name}</th>
            <td className="vouch-number">{row.texts}</td>
            <td className="vouch-number">{percent(row.verified, row.texts)}</td>
            <td className="vouch-number">{row.due}</td>
            <td className="vouch-number">{row.overdue}</td>
            <td className="vouch-fresh__bar">
              <ShareBar shares={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

/** The three shares side by side; the numbers beside it say the same. */
export const ShareBar = ({ shares }: { shares: Shares }) => (
  <span className="vouch-shares" aria-hidden="true">
    {(['verified', 'due', 'overdue'] as const).map((name) => (
      <span
        key={name}
        className={`vouch-shares__${name}`}
        style={{ width: `${(shares[name] / shares.texts) * 100}%` }}
      />
    ))}
  </span>
)

/** Never 100% while one is missing, nor 0% while there is one. */
export const percent = (part: number, whole: number): string => {
  if (!part) return '0%'
  return part === whole ? '100%' : `${Math.min(99, Math.max(1, Math.round((part / whole) * 100)))}%`
}

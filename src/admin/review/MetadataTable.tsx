import type { MetadataRow } from './readMetadata'

/** What is set beside the text, as it was and as it is; what changed is marked in words too. */
export const MetadataTable = ({
  rows,
  oldLabel,
  newLabel,
}: {
  rows: readonly MetadataRow[]
  /** Null when the text replaces none. */
  oldLabel: string | null
  newLabel: string
}) => (
  <div className="vouch-table-wrap">
    <table className="vouch-table vouch-metadata">
      <thead>
        <tr>
          <th scope="col">
            <span className="vouch-sr">What</span>
          </th>
          {oldLabel && <th scope="col">{oldLabel}</th>}
          <th scope="col">{newLabel}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, old, now, changed, signed }) => (
          <tr key={label}>
            <th scope="row">
              {label}
              {!signed && <span className="vouch-block vouch-metadata__note">not part of the signature</span>}
            </th>
            {oldLabel && <td>{changed ? <del className="vouch-change">{old}</del> : old}</td>}
            <td>
              {changed ? (
                <>
                  <ins className="vouch-change">{now}</ins>{' '}
                  <span className="vouch-metadata__changed">changed</span>
                </>
              ) : (
                now
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

import type { User } from '../../../payload-types'
import { rolesWords } from '../words'
import { ACTION_KINDS } from './actionWords'
import type { AuditFilter } from './readAudit'

/** What to look for, as a form that works without scripts, and the export of the days chosen. */
export const AuditFilters = ({
  filter,
  people,
  filtered,
}: {
  filter: AuditFilter
  people: readonly User[]
  filtered: boolean
}) => (
  <form className="vouch-filters" role="search" aria-label="Filter the audit log">
    <label>
      Who
      <select name="person" defaultValue={filter.person}>
        <option value="">Everyone</option>
        {people.map(({ id, name, roles }) => (
          <option key={id} value={id}>
            {name} ({rolesWords(roles)})
          </option>
        ))}
        <option value="system">Vouch itself</option>
        <option value="unknown">Someone not signed in</option>
      </select>
    </label>
    <label>
      What
      <select name="kind" defaultValue={filter.kind}>
        <option value="">Everything</option>
        {Object.entries(ACTION_KINDS).map(([kind, { label }]) => (
          <option key={kind} value={kind}>
            {label}
          </option>
        ))}
      </select>
    </label>
    <label className="vouch-filters__day">
      From
      <input type="date" name="from" defaultValue={filter.from} />
    </label>
    <label className="vouch-filters__day">
      To
      <input type="date" name="to" defaultValue={filter.to} />
    </label>
    <label className="vouch-filters__wide">
      About
      <input type="search" name="about" defaultValue={filter.about} placeholder="A title" />
    </label>
    <div className="vouch-filters__buttons">
      <button type="submit" className="vouch-button">
        Show
      </button>
      {filtered && <a href="/admin/collections/audit-log">Show everything</a>}
      <span className="vouch-filters__export">
        <span className="vouch-quiet">{filter.from || filter.to ? 'These days:' : 'All rows:'}</span>
        <a className="vouch-button vouch-button--quiet" href={exportHref(filter, 'csv')} download>
          Export CSV
        </a>
        <a className="vouch-button vouch-button--quiet" href={exportHref(filter, 'jsonl')} download>
          Export JSON lines
        </a>
      </span>
    </div>
  </form>
)

const exportHref = ({ from, to }: AuditFilter, format: string): string =>
  `/api/v1/audit/export?${new URLSearchParams({ format, ...(from && { from }), ...(to && { to }) })}`

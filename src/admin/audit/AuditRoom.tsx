import { Gutter } from '@payloadcms/ui'
import type { ListViewServerProps } from 'payload'
import { counted } from '../words'
import { pageOf } from '../lists/Pages'
import { RoomHead } from '../RoomHead'
import { AuditFilters } from './AuditFilters'
import { AuditTable } from './AuditTable'
import { ChainLine } from './ChainLine'
import { VerifiedLine } from './VerifiedLine'
import { filterOf, readAudit, type AuditFilter } from './readAudit'

/** Who did what, when: the audit log in words, with its filters, its export, and whether its chain holds. */
export const AuditRoom = async ({ payload, user, searchParams }: ListViewServerProps) => {
  const query = (searchParams ?? {}) as Record<string, string | string[] | undefined>
  const filter = filterOf(query)
  const page = pageOf(query['page'])
  const { rows, total, pages, people, last, check, verified, aside } = await readAudit({
    payload,
    user,
    filter,
    page,
  })
  const filtered = Object.values(filter).some(Boolean)
  return (
    <Gutter className="vouch-room vouch-audit">
      <RoomHead
        title="Audit"
        line="Who did what, when. Rows are only ever added, and each is sealed with a hash over the one before it."
      />
      <ChainLine last={last} initial={check} />
      <VerifiedLine verified={verified} aside={aside} />
      <AuditFilters filter={filter} people={people} filtered={filtered} />
      {rows.length > 0 ? <AuditTable rows={rows} people={people} /> : <Empty filtered={filtered} />}
      {rows.length > 0 && (
        <nav className="vouch-pages" aria-label="Pages">
          {page > 1 && <a href={hrefOf(filter, page - 1)}>Newer</a>}
          <span className="vouch-quiet">
            {counted(total, 'row')}
            {pages > 1 && `, page ${page} of ${pages}`}
          </span>
          {page < pages && <a href={hrefOf(filter, page + 1)}>Older</a>}
        </nav>
      )}
    </Gutter>
  )
}

const hrefOf = (filter: AuditFilter, page: number): string =>
  `/admin/collections/audit-log?${new URLSearchParams({
    ...Object.fromEntries(Object.entries(filter).filter(([, value]) => value)),
    page: String(page),
  })}`

const Empty = ({ filtered }: { filtered: boolean }) => (
  <div className="vouch-empty vouch-empty--room">
    <p>{filtered ? 'Nothing was recorded that fits these filters.' : 'Nothing has been recorded yet.'}</p>
    <p className="vouch-quiet">
      {filtered ? (
        <>
          Widen the days, or <a href="/admin/collections/audit-log">show everything</a>.
        </>
      ) : (
        'Every signature, publication, withdrawal, sign-in, key and change of a setting appears here with the person who made it. Send a text for review to see the first row about a text.'
      )}
    </p>
  </div>
)

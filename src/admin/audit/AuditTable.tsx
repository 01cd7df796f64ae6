import type { AuditLog, User } from '../../../payload-types'
import { documentHref } from '../links'
import { Moment } from '../time/Moment'
import { rolesWords } from '../words'
import { actionWords } from './actionWords'
import { detailWords } from './detailWords'

/** Rows of the log as sentences; on a narrow screen each becomes a block (audit.css). */
export const AuditTable = ({ rows, people }: { rows: readonly AuditLog[]; people: readonly User[] }) => {
  const known = new Map(people.map((person) => [person.id, person]))
  return (
    <table className="vouch-table vouch-log">
      <thead>
        <tr>
          <th scope="col" className="vouch-number">
            No.
          </th>
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col">What</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className="vouch-number vouch-log__number">{row.seq.toLocaleString('en-GB')}</td>
            <td className="vouch-log__when">
              <Moment at={row.at} />
            </td>
            <td className="vouch-log__who">
              <Who row={row} person={known.get(row.actor)} />
            </td>
            <td className="vouch-log__what">
              <What row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** As they were called then; who goes by another name now is named so too, so that no name can be taken over. */
const Who = ({ row: { actorName }, person }: { row: AuditLog; person: User | undefined }) => (
  <>
    {actorName}
    {person && person.name !== actorName && (
      <span className="vouch-quiet vouch-block">now called {person.name}</span>
    )}
    {person && <span className="vouch-quiet vouch-block">{rolesWords(person.roles)}</span>}
  </>
)

const What = ({ row }: { row: AuditLog }) => {
  const { before, it, after } = actionWords(row.action, row.detail)
  const { comment, more } = detailWords(row)
  return (
    <>
      {before}
      {it && <Subject row={row} />}
      {after}
      {more && <span className="vouch-quiet vouch-block">{more}</span>}
      {comment && <q className="vouch-log__comment">{comment}</q>}
    </>
  )
}

const LINKED = new Set(['policies', 'faqs', 'users', 'topics', 'sources', 'bots', 'gaps', 'delegations'])

const Subject = ({ row }: { row: AuditLog }) => {
  const { version } = (row.detail ?? {}) as { version?: number }
  const name = `“${row.title ?? row.subjectId}”${version ? ` v${version}` : ''}`
  const linked =
    LINKED.has(row.subjectCollection) && row.subjectId !== 'unknown' && !row.action.endsWith('.deleted')
  return linked ? <a href={documentHref(row.subjectCollection, row.subjectId)}>{name}</a> : name
}

import { Entry } from './Entry'
import type { CalendarEntry } from './readCalendar'

/** A day’s entries, the first few shown and the rest behind a fold. */
export const Entries = ({ entries, shown }: { entries: readonly CalendarEntry[]; shown: number }) => (
  <>
    <List entries={entries.slice(0, shown)} />
    {entries.length > shown && (
      <details className="vouch-more">
        <summary>{entries.length - shown} more</summary>
        <List entries={entries.slice(shown)} />
      </details>
    )}
  </>
)

const List = ({ entries }: { entries: readonly CalendarEntry[] }) => (
  <ul className="vouch-day__entries">
    {entries.map((entry) => (
      <li key={`${entry.kind}${entry.id}${entry.version}`}>
        <Entry entry={entry} />
      </li>
    ))}
  </ul>
)

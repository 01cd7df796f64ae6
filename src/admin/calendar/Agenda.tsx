import type { Days } from './days'
import { Entries } from './Entries'

const SHOWN = 5
const dayName = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
})

/** The days on which something happens, one under the other, for narrow screens. */
export const Agenda = ({ today, days }: { today: string; days: Days }) => (
  <div className="vouch-agenda">
    {[...days].map(([day, entries]) => (
      <section key={day} data-today={day === today}>
        <h3>
          {dayName.format(new Date(day))}
          {day === today && ' · today'}
        </h3>
        <Entries entries={entries} shown={SHOWN} />
      </section>
    ))}
  </div>
)

import type { Days } from './days'
import { Entries } from './Entries'
import { weeksOf, type Month } from './month'

const SHOWN = 3
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

export const MonthGrid = ({ month, today, days }: { month: Month; today: string; days: Days }) => (
  <table className="vouch-grid">
    <thead>
      <tr>
        {WEEKDAYS.map((weekday) => (
          <th key={weekday} scope="col">
            <abbr title={weekday}>{weekday.slice(0, 3)}</abbr>
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {weeksOf(month).map((week, index) => (
        <tr key={week.find(Boolean) ?? index}>
          {week.map((day, weekday) => (
            <Day key={day ?? `outside-${weekday}`} day={day} today={today} days={days} />
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

const Day = ({ day, today, days }: { day: string | null; today: string; days: Days }) => {
  if (!day) return <td className="vouch-day vouch-day--outside" />
  return (
    <td className="vouch-day" data-today={day === today} aria-current={day === today ? 'date' : undefined}>
      <span className="vouch-day__number">
        {Number(day.slice(8))}
        {day === today && ' · today'}
      </span>
      <Entries entries={days.get(day) ?? []} shown={SHOWN} />
    </td>
  )
}

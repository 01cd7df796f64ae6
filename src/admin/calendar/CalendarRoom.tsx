import type { AdminViewServerProps } from 'payload'
import { Room } from '../Room'
import { RoomHead } from '../RoomHead'
import { Agenda } from './Agenda'
import { dayOf, parseMonth, shifted, type Month } from './month'
import { MonthGrid } from './MonthGrid'
import { readCalendar, type CalendarEntry } from './readCalendar'
import { groupBy } from '../../groupBy'
import type { Days } from './days'

/** What takes effect, expires and falls due for review: a grid of the month, on a narrow screen a list of its days. */
export const CalendarRoom = (view: AdminViewServerProps) => (
  <Room view={view} address="/admin/calendar">
    <RoomHead title="Calendar" line="What takes effect, expires and falls due for review. Days are UTC." />
    <Shown view={view} />
  </Room>
)

const Shown = async ({ view: { initPageResult, searchParams } }: { view: AdminViewServerProps }) => {
  const today = dayOf(nowOf())
  const month = parseMonth(searchParams?.['month'], nowOf())
  const entries = await readCalendar(initPageResult.req.payload, month)
  const days = byDay(entries)
  return (
    <>
      <MonthNav month={month} today={today} />
      {entries.length ? (
        <>
          <MonthGrid month={month} today={today} days={days} />
          <Agenda today={today} days={days} />
        </>
      ) : (
        <Empty month={month} />
      )}
    </>
  )
}

const nowOf = () => Date.now()

const byDay = (entries: readonly CalendarEntry[]): Days => groupBy(entries, ({ at }) => dayOf(at))

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const hrefOf = (name: string): string => `/admin/calendar?month=${name}`

const MonthNav = ({ month, today }: { month: Month; today: string }) => {
  const link = (months: number) => {
    const name = shifted(month.name, months)
    return { href: hrefOf(name), name: monthName.format(new Date(`${name}-01`)) }
  }
  const [before, after] = [link(-1), link(1)]
  const present = month.name === today.slice(0, 7)
  return (
    <nav className="vouch-month" aria-label="Months">
      <a href={before.href} rel="prev">
        ← {before.name}
      </a>
      <h2>{monthName.format(month.from)}</h2>
      <a href={after.href} rel="next">
        {after.name} →
      </a>
      {!present && <a href="/admin/calendar">Today</a>}
    </nav>
  )
}

const Empty = ({ month }: { month: Month }) => (
  <div className="vouch-empty vouch-empty--room">
    <p>Nothing takes effect, expires or falls due in {monthName.format(month.from)}.</p>
    <p className="vouch-quiet">
      Give a text an “effective from” or “expires at” date, and its day appears here once it is published.
      Every published text also falls due for review by its “check every”.
    </p>
  </div>
)

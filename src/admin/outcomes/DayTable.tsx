import type { EndedInSpan } from '../../measures/days'
import { ENDING_WORDS, ENDINGS } from '../../measures/ending'
import { dayOf } from '../time/relative'
import { behindHref, type Wanted } from './wanted'

const DAY_MS = 86_400_000

/** The chart in numbers: who cannot see it reads it here, and everybody finds the conversations of a day. */
export const DayTable = ({ days, shown }: { days: readonly EndedInSpan[]; shown: Wanted }) => (
  <details className="vouch-days">
    <summary>In numbers, {days.some((each) => each.days > 1) ? 'week by week' : 'day by day'}</summary>
    <div className="vouch-table-wrap">
      <table className="vouch-table">
        <thead>
          <tr>
            <th scope="col">Began on</th>
            {ENDINGS.map((ending) => (
              <th key={ending} scope="col" className="vouch-number">
                {ENDING_WORDS[ending].name}
              </th>
            ))}
            <th scope="col" className="vouch-number">
              All
            </th>
          </tr>
        </thead>
        <tbody>
          {days
            .filter(({ conversations }) => conversations > 0)
            .map((each) => (
              <Row key={each.day} span={each} shown={shown} />
            ))}
        </tbody>
      </table>
    </div>
  </details>
)

const Row = ({ span, shown }: { span: EndedInSpan; shown: Wanted }) => {
  const { day, days, ended, conversations } = span
  const last = new Date(Date.parse(day) + (days - 1) * DAY_MS).toISOString().slice(0, 10)
  const ofDay = { ...shown, from: day, to: last }
  return (
    <tr>
      <td>
        <a href={behindHref(ofDay)}>{dayOf(day)}</a>
      </td>
      {ENDINGS.map((ending) => (
        <td key={ending} className="vouch-number">
          {ended[ending] > 0 ? (
            <a href={behindHref(ofDay, `ended-${ending}`)}>{ended[ending]}</a>
          ) : (
            <span className="vouch-quiet">0</span>
          )}
        </td>
      ))}
      <td className="vouch-number">{conversations}</td>
    </tr>
  )
}

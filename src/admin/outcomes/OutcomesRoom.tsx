import { Banner, Gutter } from '@payloadcms/ui'
import type { ListViewServerProps, Payload } from 'payload'
import { Suspense } from 'react'
import { readOutcomes } from '../../commands/measures/readMeasures'
import { readNames } from '../../commands/measures/readNames'
import { DIMENSIONS, type Dimension } from '../../measures/slices'
import { RoomHead } from '../RoomHead'
import { counted, dayRange } from '../words'
import { DayTable } from './DayTable'
import { EndingsChart } from './EndingsChart'
import { EndingTotals } from './EndingTotals'
import { Filters } from './Filters'
import { MeasureTable } from './MeasureTable'
import { NoConversations } from './NoConversations'
import { SliceTable } from './SliceTable'
import { exportHref, measuresWanted, wantedOf } from './wanted'

/** How conversations ended, day by day, and the measures; each number leads to the conversations behind it. */
export const OutcomesRoom = ({ payload, searchParams }: ListViewServerProps) => (
  <Gutter className="vouch-room vouch-outcomes">
    <RoomHead
      title="Outcomes"
      line="How conversations ended, and how well bots help. Each number leads to the conversations behind it."
    />
    <Suspense fallback={<p role="status">Counting conversations…</p>}>
      <Counted payload={payload} query={searchParams ?? {}} />
    </Suspense>
  </Gutter>
)

const Counted = async ({
  payload,
  query,
}: {
  payload: Payload
  query: Record<string, string | string[] | undefined>
}) => {
  const shown = wantedOf(query)
  const by = DIMENSIONS.find((each) => each === query['by']) ?? 'topic'
  const { wanted, problem } = measuresWanted(shown)
  const [{ report, rows, values }, ...named] = await Promise.all([
    readOutcomes(payload, { ...wanted, by }),
    ...DIMENSIONS.map(async (each) => [each, await readNames(payload, each)] as const),
  ])
  const names = Object.fromEntries(named) as Record<Dimension, (value: string) => string>
  return (
    <>
      {problem && <Banner type="error">{problem}</Banner>}
      <Filters action="conversation-reports" shown={shown} values={values} names={names} keep={{ by }} />
      <p>
        {counted(report.conversations, 'conversation')} that began {dayRange(report.from, report.to)}. Days
        are UTC.
      </p>
      {report.conversations === 0 ? (
        <NoConversations filtered={Object.keys(shown.slice).length > 0} />
      ) : (
        <>
          <section aria-labelledby="vouch-ended">
            <h2 id="vouch-ended">How they ended</h2>
            <EndingTotals report={report} shown={shown} />
            <EndingsChart days={report.days} />
            <DayTable days={report.days} shown={shown} />
          </section>
          <MeasureTable report={report} shown={shown} />
          <SliceTable by={by} rows={rows} nameOf={names[by]} shown={shown} />
          <p className="vouch-inline">
            <a href={exportHref(shown, { table: 'measures', by })} download>
              The measures as a table (CSV)
            </a>
            <a href={exportHref(shown, { table: 'days', by })} download>
              The days as a table (CSV)
            </a>
          </p>
        </>
      )}
    </>
  )
}

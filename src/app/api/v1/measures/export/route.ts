import { daysAsCsv, MEASURE_TABLES, measuresAsCsv } from '@/commands/measures/measuresAsCsv'
import { readNames } from '@/commands/measures/readNames'
import { readOutcomes } from '@/commands/measures/readMeasures'
import { authenticateReader } from '@/http/authenticate'
import { parseDimension, parseMeasures } from '@/http/measures'
import { invalidParameter } from '@/http/problem'
import { route } from '@/http/route'

/** The measures, or how the conversations of each day ended, as a table. */
export const GET = route(async ({ request, deps: { payload } }) => {
  await authenticateReader(payload, request, 'Agents read hand-overs, not measures.')
  const given = new URL(request.url).searchParams.get('table') || 'measures'
  const table = MEASURE_TABLES.find((each) => each === given)
  if (!table) throw invalidParameter('table', `This takes ${MEASURE_TABLES.join(' or ')}.`)
  const by = parseDimension(request.url)
  const { report, rows } = await readOutcomes(payload, { ...parseMeasures(request.url), by })
  const nameOf = await readNames(payload, by)
  return new Response(table === 'days' ? daysAsCsv(report) : measuresAsCsv(report, { by, rows, nameOf }), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${table}.csv"`,
    },
  })
})

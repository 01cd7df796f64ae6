import { Banner } from '@payloadcms/ui'
import type { Payload } from 'payload'
import { readBehind } from '../../commands/measures/readMeasures'
import { readNames } from '../../commands/measures/readNames'
import { DIMENSIONS, type Dimension } from '../../measures/slices'
import { Pages } from '../lists/Pages'
import { Filters } from '../outcomes/Filters'
import { behindHref, measuresWanted, outcomesHref, wantedOf } from '../outcomes/wanted'
import { counted, dayRange } from '../words'
import { ConversationTable } from './ConversationTable'
import { readFirst } from './readFirst'

const PER_PAGE = 25
type Query = Record<string, string | string[] | undefined>

/** The conversations behind a figure of Outcomes, or all of a period. */
export const BehindFigure = async ({
  payload,
  query,
  page,
}: {
  payload: Payload
  query: Query
  page: number
}) => {
  const shown = wantedOf(query)
  const figure = typeof query['figure'] === 'string' ? query['figure'].slice(0, 100) : null
  const { wanted, problem } = measuresWanted(shown)
  const { counted: found, behind, period, values } = await readBehind(payload, { ...wanted, figure })
  const pages = Math.max(1, Math.ceil(found.length / PER_PAGE))
  const listed = found.slice((page - 1) * PER_PAGE, page * PER_PAGE)
  const names = Object.fromEntries(
    await Promise.all(DIMENSIONS.map(async (each) => [each, await readNames(payload, each)])),
  ) as Record<Dimension, (value: string) => string>
  const firstOf = await readFirst(payload, listed)
  const range = dayRange(new Date(period.from).toISOString(), new Date(period.to).toISOString())
  return (
    <>
      {problem && <Banner type="error">{problem}</Banner>}
      <Filters
        action="verdicts"
        shown={shown}
        values={values}
        names={names}
        keep={{ show: 'all', ...(behind && figure && { figure }) }}
      />
      <p>
        {counted(found.length, 'conversation')} that began {range}
        {behind && (
          <>
            {' '}
            · <strong>{behind.words}</strong> · <a href={behindHref(shown)}>all of these days</a>
          </>
        )}{' '}
        · <a href={outcomesHref(shown)}>in Outcomes</a>
      </p>
      {listed.length ? (
        <ConversationTable
          botName={names.bot}
          rows={listed.map((conversation) => ({ conversation, first: firstOf(conversation) }))}
        />
      ) : (
        <div className="vouch-empty vouch-empty--room">
          <p>No conversation fits.</p>
          <p className="vouch-quiet">
            What bots are asked appears here. Choose other days, or leave out part of the filter.
          </p>
        </div>
      )}
      <Pages
        page={page}
        pages={pages}
        hrefOf={(at) => behindHref(shown, behind && figure ? figure : undefined, at)}
      />
    </>
  )
}

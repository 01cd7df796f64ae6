import { Gutter } from '@payloadcms/ui'
import type { ListViewServerProps } from 'payload'
import { tryHref } from '../links'
import { pageOf, Pages } from '../lists/Pages'
import { StateTabs } from '../lists/StateTabs'
import { RoomHead } from '../RoomHead'
import { onlyWho } from '../../governance/permissionWords'
import { may } from '../../governance/permissions'
import { viewerOf } from '../viewer'
import { rolesWords } from '../words'
import { BulkActions } from './BulkActions'
import { BULK_FORM } from './checkedIn'
import { BacklogSearch } from './BacklogSearch'
import { BacklogTable } from './BacklogTable'
import { GAP_STATE_WORDS } from './GapState'
import { backlogHref, backlogQueryOf, FILTERS, type BacklogFilter } from './backlogQuery'
import { readBacklog } from './readBacklog'
import { readViews } from './readViews'
import { SavedViews } from './SavedViews'

type Query = Record<string, string | string[] | undefined>

const FILTER_WORDS: Record<BacklogFilter, string> = { open: 'Open', ...GAP_STATE_WORDS, all: 'All' }

/** The ranked backlog: what bots were asked and could not answer for want of a text. */
export const GapBacklog = async ({ payload, searchParams, user }: ListViewServerProps) => {
  const viewer = viewerOf(user)
  const given = (searchParams ?? {}) as Query
  const query = backlogQueryOf(given)
  const { filter, search } = query
  const page = pageOf(given['page'])
  const [read, views] = await Promise.all([readBacklog({ payload, query, page }), readViews(payload, viewer)])
  const { gaps, pages, most, now, counts } = read
  const people = read.people.map(({ id, name, roles }) => ({ id, label: `${name} (${rolesWords(roles)})` }))
  const refusal = viewer && may(viewer, 'workGaps') ? null : onlyWho('workGaps')
  return (
    <Gutter className="vouch-room">
      <RoomHead
        title="Gaps"
        line="Questions that bots had to refuse because no text in force answers them, what has the most impact first: recent askings × risk × minutes an asking."
      />
      <StateTabs
        states={FILTERS}
        current={filter}
        wordsOf={(each) => FILTER_WORDS[each]}
        countOf={(each) => counts[each]}
        hrefOf={(each) => backlogHref({ ...query, filter: each })}
      >
        <BacklogSearch query={query} people={people} topics={read.topics} />
      </StateTabs>
      <SavedViews key={views.map(({ name }) => name).join()} kept={views} current={query} />
      {gaps.length ? (
        <>
          <BulkActions people={people} refusal={refusal} />
          <form id={BULK_FORM}>
            <BacklogTable gaps={gaps} most={most} now={now} />
          </form>
          <p>
            <a href="/api/v1/gaps/export" download>
              The whole backlog as a table (CSV)
            </a>
          </p>
        </>
      ) : (
        <Empty filter={filter} search={search} />
      )}
      <Pages page={page} pages={pages} hrefOf={(at) => backlogHref(query, at)} />
    </Gutter>
  )
}

const Empty = ({ filter, search }: { filter: BacklogFilter; search: string }) => (
  <div className="vouch-empty vouch-empty--room">
    <p>
      {search
        ? `No gap asks about “${search}”.`
        : `No ${filter === 'all' ? '' : `${FILTER_WORDS[filter].toLowerCase()} `}gaps.`}
    </p>
    <p className="vouch-quiet">
      A gap appears here when a bot refuses a question that a text could have answered. Ask something that
      nothing is written about: <a href={tryHref()}>Try it</a>, and report what is missing as a gap.
    </p>
  </div>
)

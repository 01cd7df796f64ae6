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
import { BacklogTable } from './BacklogTable'
import { GAP_STATE_WORDS } from './GapState'
import { FILTERS, readBacklog, type BacklogFilter } from './readBacklog'

type Query = Record<string, string | string[] | undefined>

const FILTER_WORDS: Record<BacklogFilter, string> = { open: 'Open', ...GAP_STATE_WORDS, all: 'All' }

/** The ranked backlog: what bots were asked and could not answer for want of a text. */
export const GapBacklog = async ({ payload, searchParams, user }: ListViewServerProps) => {
  const viewer = viewerOf(user)
  const query = (searchParams ?? {}) as Query
  const filter = FILTERS.find((each) => each === query['state']) ?? 'open'
  const search = typeof query['q'] === 'string' ? query['q'].slice(0, 200) : ''
  const page = pageOf(query['page'])
  const owner = typeof query['owner'] === 'string' ? query['owner'].slice(0, 100) : ''
  const read = await readBacklog({ payload, filter, search, owner, page })
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
        hrefOf={(each) => hrefOf({ filter: each, search, owner })}
      >
        <form role="search" className="vouch-search">
          <input type="hidden" name="state" value={filter} />
          <input
            type="search"
            name="q"
            defaultValue={search}
            placeholder="Search questions"
            aria-label="Search questions"
          />
          <select name="owner" defaultValue={owner} aria-label="Owner">
            <option value="">All owners</option>
            <option value="nobody">Nobody’s</option>
            {people.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
          <button type="submit" className="btn btn--style-secondary btn--size-small">
            Show
          </button>
        </form>
      </StateTabs>
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
      <Pages page={page} pages={pages} hrefOf={(at) => hrefOf({ filter, search, owner, page: at })} />
    </Gutter>
  )
}

const hrefOf = ({
  filter,
  search,
  owner,
  page,
}: {
  filter: BacklogFilter
  search: string
  owner: string
  page?: number
}): string =>
  `/admin/collections/gaps?${new URLSearchParams({
    state: filter,
    ...(search && { q: search }),
    ...(owner && { owner }),
    ...(page && { page: String(page) }),
  })}`

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

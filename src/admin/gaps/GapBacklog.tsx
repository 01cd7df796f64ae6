import { Gutter } from '@payloadcms/ui'
import type { ListViewServerProps } from 'payload'
import { tryHref } from '../links'
import { RoomHead } from '../RoomHead'
import { BacklogTable } from './BacklogTable'
import { GAP_STATE_WORDS } from './GapState'
import { FILTERS, readBacklog, type BacklogFilter } from './readBacklog'

type Query = Record<string, string | string[] | undefined>

/** The ranked backlog: what bots were asked and could not answer for want of a text. */
export const GapBacklog = async ({ payload, searchParams }: ListViewServerProps) => {
  const query = (searchParams ?? {}) as Query
  const filter = FILTERS.find((each) => each === query['state']) ?? 'open'
  const search = typeof query['q'] === 'string' ? query['q'].slice(0, 200) : ''
  const page = Math.max(1, Number(query['page']) || 1)
  const { gaps, pages, most, counts } = await readBacklog({ payload, filter, search, page })
  return (
    <Gutter className="vouch-room">
      <RoomHead
        title="Gaps"
        line="Questions that bots had to refuse because no text in force answers them, the most asked first."
      />
      <nav className="vouch-tabs" aria-label="Filter by state">
        {FILTERS.map((each) => (
          <a
            key={each}
            href={hrefOf({ filter: each, search })}
            aria-current={each === filter ? 'page' : undefined}
          >
            {each === 'all' ? 'All' : GAP_STATE_WORDS[each]}{' '}
            <span className="vouch-tabs__count">{counts[each]}</span>
          </a>
        ))}
        <form role="search" className="vouch-search">
          <input type="hidden" name="state" value={filter} />
          <input
            type="search"
            name="q"
            defaultValue={search}
            placeholder="Search questions"
            aria-label="Search questions"
          />
        </form>
      </nav>
      {gaps.length ? <BacklogTable gaps={gaps} most={most} /> : <Empty filter={filter} search={search} />}
      {pages > 1 && <Pages filter={filter} search={search} page={page} pages={pages} />}
    </Gutter>
  )
}

const hrefOf = ({ filter, search, page }: { filter: BacklogFilter; search: string; page?: number }): string =>
  `/admin/collections/gaps?${new URLSearchParams({
    state: filter,
    ...(search && { q: search }),
    ...(page && { page: String(page) }),
  })}`

const Empty = ({ filter, search }: { filter: BacklogFilter; search: string }) => (
  <div className="vouch-empty vouch-empty--room">
    <p>
      {search
        ? `No gap asks about “${search}”.`
        : `No ${filter === 'all' ? '' : `${GAP_STATE_WORDS[filter].toLowerCase()} `}gaps.`}
    </p>
    <p className="vouch-quiet">
      A gap appears here when a bot refuses a question that a text could have answered. Ask something that
      nothing is written about: <a href={tryHref()}>Try it</a>, and report what is missing as a gap.
    </p>
  </div>
)

const Pages = ({
  filter,
  search,
  page,
  pages,
}: {
  filter: BacklogFilter
  search: string
  page: number
  pages: number
}) => (
  <nav className="vouch-pages" aria-label="Pages">
    {page > 1 && <a href={hrefOf({ filter, search, page: page - 1 })}>Before</a>}
    <span className="vouch-quiet">
      Page {page} of {pages}
    </span>
    {page < pages && <a href={hrefOf({ filter, search, page: page + 1 })}>Next</a>}
  </nav>
)

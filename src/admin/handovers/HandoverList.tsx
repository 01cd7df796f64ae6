import { Gutter } from '@payloadcms/ui'
import type { ListViewServerProps } from 'payload'
import { URGENCIES } from '../../vocabulary'
import { pageOf, Pages } from '../lists/Pages'
import { StateTabs } from '../lists/StateTabs'
import { RoomHead } from '../RoomHead'
import { HANDOVER_STATE_WORDS } from './HandoverState'
import { HandoverTable } from './HandoverTable'
import { readList, STATE_FILTERS, type StateFilter, type Wanted } from './readList'

type Query = Record<string, string | string[] | undefined>

/** Who waits for a person: by state, queue and urgency, danger first, then what is urgent, then who waits longest. */
export const HandoverList = async ({ payload, searchParams }: ListViewServerProps) => {
  const wanted = wantedOf((searchParams ?? {}) as Query)
  const { handovers, pages, queues, counts } = await readList(payload, wanted)
  return (
    <Gutter className="vouch-room">
      <RoomHead
        title="Handovers"
        line="Customers whom a bot passed to a person: danger first, then what is urgent, then who waits longest."
      />
      <StateTabs
        states={STATE_FILTERS}
        current={wanted.state}
        wordsOf={wordsOf}
        countOf={(state) => counts.get(state)}
        hrefOf={(state) => hrefOf({ ...wanted, state, page: 1 })}
      />
      <Filters wanted={wanted} queues={queues} />
      {handovers.length ? <HandoverTable handovers={handovers} /> : <Empty wanted={wanted} />}
      <Pages page={wanted.page} pages={pages} hrefOf={(page) => hrefOf({ ...wanted, page })} />
    </Gutter>
  )
}

const wantedOf = (query: Query): Wanted => ({
  state: STATE_FILTERS.find((each) => each === query['state']) ?? 'open',
  queue: typeof query['queue'] === 'string' && query['queue'] ? query['queue'].slice(0, 200) : null,
  urgency: URGENCIES.find((each) => each === query['urgency']) ?? null,
  page: pageOf(query['page']),
})

const hrefOf = ({ state, queue, urgency, page }: Wanted): string =>
  `/admin/collections/handovers?${new URLSearchParams({
    state,
    ...(queue && { queue }),
    ...(urgency && { urgency }),
    ...(page > 1 && { page: String(page) }),
  })}`

const wordsOf = (state: StateFilter): string => (state === 'all' ? 'All' : HANDOVER_STATE_WORDS[state])

const Filters = ({ wanted, queues }: { wanted: Wanted; queues: readonly string[] }) => (
  <form className="vouch-handover-filters">
    <input type="hidden" name="state" value={wanted.state} />
    <label>
      Queue{' '}
      <select name="queue" defaultValue={wanted.queue ?? ''}>
        <option value="">All queues</option>
        {queues.map((queue) => (
          <option key={queue} value={queue}>
            {queue}
          </option>
        ))}
      </select>
    </label>
    <label>
      Urgency{' '}
      <select name="urgency" defaultValue={wanted.urgency ?? ''}>
        <option value="">Any</option>
        <option value="high">Urgent</option>
        <option value="normal">Not urgent</option>
      </select>
    </label>
    <button type="submit" className="btn btn--style-secondary btn--size-small">
      Show
    </button>
  </form>
)

const Empty = ({ wanted: { state, queue, urgency } }: { wanted: Wanted }) => (
  <div className="vouch-empty vouch-empty--room">
    <p>{queue || urgency ? 'No hand-over fits this filter.' : EMPTY_WORDS[state]}</p>
    <p className="vouch-quiet">
      A hand-over appears here when a bot passes a customer to a person: when they ask for one, complain, or
      are in danger.
    </p>
  </div>
)

const EMPTY_WORDS: Record<StateFilter, string> = {
  open: 'Nobody waits.',
  claimed: 'Nobody has claimed a hand-over.',
  resolved: 'No hand-over is done yet.',
  returned: 'No hand-over was given back to a bot.',
  all: 'No bot has passed a customer to a person yet.',
}

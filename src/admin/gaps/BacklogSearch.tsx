import type { BacklogQuery } from './backlogQuery'

interface Choice {
  id: string
  label: string
}

/** What else the backlog is filtered by, beside its states. */
export const BacklogSearch = ({
  query: { filter, search, owner, topic },
  people,
  topics,
}: {
  query: BacklogQuery
  people: readonly Choice[]
  topics: readonly { id: string; name: string }[]
}) => (
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
      {people.map(asOption)}
    </select>
    <select name="topic" defaultValue={topic} aria-label="Topic">
      <option value="">All topics</option>
      <option value="none">Near no topic</option>
      {topics.map(({ id, name }) => asOption({ id, label: name }))}
    </select>
    <button type="submit" className="btn btn--style-secondary btn--size-small">
      Show
    </button>
  </form>
)

const asOption = ({ id, label }: Choice) => (
  <option key={id} value={id}>
    {label}
  </option>
)

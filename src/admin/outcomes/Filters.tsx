import { listHref } from '../links'
import { DIMENSIONS, type Dimension } from '../../measures/slices'
import { sentence } from '../words'
import type { Wanted } from './wanted'

/** Period, topic, bot, channel and language; all of it stands in the address. */
export const Filters = ({
  action,
  shown,
  values,
  names,
  keep,
}: {
  /** The collection whose room shows them. */
  action: string
  shown: Wanted
  values: Record<Dimension, string[]>
  names: Record<Dimension, (value: string) => string>
  /** What else stands in the address and stays. */
  keep: Record<string, string>
}) => (
  <form className="vouch-handover-filters" action={listHref(action)}>
    {Object.entries(keep).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <label>
      From <input type="date" name="from" defaultValue={shown.from} />
    </label>
    <label>
      To <input type="date" name="to" defaultValue={shown.to} />
    </label>
    {DIMENSIONS.map((dimension) => (
      <Choice
        key={dimension}
        dimension={dimension}
        chosen={shown.slice[dimension] ?? ''}
        values={values[dimension]}
        nameOf={names[dimension]}
      />
    ))}
    <button type="submit" className="btn btn--style-secondary btn--size-small">
      Show
    </button>
  </form>
)

const Choice = ({
  dimension,
  chosen,
  values,
  nameOf,
}: {
  dimension: Dimension
  chosen: string
  values: readonly string[]
  nameOf: (value: string) => string
}) => (
  <label>
    {sentence(dimension)}{' '}
    <select name={dimension} defaultValue={chosen}>
      <option value="">All</option>
      {[...new Set([...values, ...(chosen ? [chosen] : [])])].map((value) => (
        <option key={value} value={value}>
          {nameOf(value)}
        </option>
      ))}
    </select>
  </label>
)

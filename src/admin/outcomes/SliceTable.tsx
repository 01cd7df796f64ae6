import { ENDING_WORDS, ENDINGS } from '../../measures/ending'
import { MEASURES, type MeasureName } from '../../measures/definitions'
import { DIMENSIONS, type Dimension, type SliceRow } from '../../measures/slices'
import { sentence } from '../words'
import { percent, ShareOf } from './ShareOf'
import { behindHref, outcomesHref, type Wanted } from './wanted'

const SHOWN: readonly MeasureName[] = ['aiResolution', 'escalation', 'knowledgeGap', 'csat']

/** The figures of each topic, bot, channel or language; each leads to itself and to its conversations. */
export const SliceTable = ({
  by,
  rows,
  nameOf,
  shown,
}: {
  by: Dimension
  rows: readonly SliceRow[]
  nameOf: (value: string) => string
  shown: Wanted
}) => (
  <section aria-labelledby="vouch-slices">
    <h2 id="vouch-slices">Told apart</h2>
    <nav className="vouch-tabs" aria-label="Told apart by">
      {DIMENSIONS.map((each) => (
        <a key={each} href={outcomesHref(shown, each)} aria-current={each === by ? 'page' : undefined}>
          By {each}
        </a>
      ))}
    </nav>
    <div className="vouch-table-wrap">
      <table className="vouch-table">
        <thead>
          <tr>
            <th scope="col">{sentence(by)}</th>
            <th scope="col" className="vouch-number">
              Conversations
            </th>
            <th scope="col">How they ended</th>
            {SHOWN.map((name) => (
              <th key={name} scope="col">
                {MEASURES[name].name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.value} row={row} by={by} name={nameOf(row.value)} shown={shown} />
          ))}
        </tbody>
      </table>
    </div>
  </section>
)

const Row = ({ row, by, name, shown }: { row: SliceRow; by: Dimension; name: string; shown: Wanted }) => {
  const ofRow = { ...shown, slice: { ...shown.slice, [by]: row.value } }
  return (
    <tr>
      <td>
        <a href={outcomesHref(ofRow, by)}>{name}</a>
      </td>
      <td className="vouch-number">
        <a href={behindHref(ofRow)}>{row.conversations.toLocaleString('en-GB')}</a>
      </td>
      <td>
        <EndingsBar row={row} />
      </td>
      {SHOWN.map((measure) => (
        <td key={measure}>
          <ShareOf
            rate={row.rates[measure]}
            countHref={behindHref(ofRow, measure)}
            ofHref={behindHref(ofRow, `of-${measure}`)}
          />
        </td>
      ))}
    </tr>
  )
}

const EndingsBar = ({ row: { ended, conversations } }: { row: SliceRow }) => {
  const parts = ENDINGS.filter((ending) => ended[ending] > 0)
  const words = parts
    .map((ending) => `${ENDING_WORDS[ending].name} ${percent(ended[ending] / conversations)}`)
    .join(', ')
  return (
    <span className="vouch-endings-bar" role="img" aria-label={words} title={words}>
      {parts.map((ending) => (
        <span
          key={ending}
          className={`vouch-ending--${ending}`}
          style={{ width: `${(ended[ending] / conversations) * 100}%` }}
        />
      ))}
    </span>
  )
}

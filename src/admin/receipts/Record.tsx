import type { Answer } from '../../../payload-types'
import type { ReceiptRecord } from '../../commands/parseReceipt'

const VERSION_WORDS: Record<string, string> = {
  indexVersion: 'Index version',
  chunker: 'Chunker',
  embeddingModel: 'Embedding model',
  calibration: 'Calibration',
}

/** By which versions of everything, how fast, and under which ids. */
export const Record = ({ row, record: { versions, timings } }: { row: Answer; record: ReceiptRecord }) => (
  <section>
    <h2>On record</h2>
    <div className="vouch-record">
      <Facts
        title="Versions"
        facts={Object.entries(versions).map(([name, value]) => [
          VERSION_WORDS[name] ?? name,
          value === null ? 'none: words alone' : typeof value === 'string' ? value : JSON.stringify(value),
        ])}
      />
      <Facts
        title="Time taken"
        facts={Object.entries(timings).map(([stage, ms]) => [
          stage,
          `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`,
        ])}
      />
      <Facts
        title="Ids"
        facts={[
          ['Receipt', row.id],
          ['Request', row.requestId],
          ['Conversation', row.conversationId ?? 'none given'],
          ['Customer', row.customer ?? 'none given'],
          ['Language', row.locale],
        ]}
      />
    </div>
  </section>
)

const Facts = ({ title, facts }: { title: string; facts: [string, string][] }) => (
  <div>
    <h3>{title}</h3>
    {facts.length === 0 && <p className="vouch-quiet">Not on record.</p>}
    <dl className="vouch-facts vouch-facts--record">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  </div>
)

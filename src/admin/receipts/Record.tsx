import type { Answer } from '../../../payload-types'
import type { ReceiptRecord } from '../../commands/parseReceipt'
import { sentence } from '../words'

export const VERSION_WORDS: Record<string, string> = {
  vouch: 'Vouch',
  denseWeight: 'Weight of meaning',
  llm: 'Language model',
  prompt: 'Prompt',
  indexVersion: 'Index version',
  chunker: 'Chunker',
  embeddingModel: 'Embedding model',
  calibration: 'Calibration',
  turnModel: 'Model of turns',
  escalationPolicies: 'Escalation policies',
  escalatedBy: 'Handed over by',
  escalationFaults: 'Policies not followed',
  reader: 'Reader',
}

/** By which versions of everything, how fast, and under which ids. */
export const Record = ({
  row,
  record: { versions, timings, features, audiences },
}: {
  row: Answer
  record: ReceiptRecord
}) => (
  <section>
    <h2>On record</h2>
    <div className="vouch-record">
      <Facts
        title="Versions"
        facts={Object.entries(versions).map(([name, value]) => [
          VERSION_WORDS[name] ?? name,
          String(value ?? 'none'),
        ])}
      />
      <Facts title="What confidence rests on" facts={featureFacts(features)} />
      <Facts title="Time taken" facts={timeFacts(timings)} />
      <Facts
        title="Ids"
        facts={[
          ['Receipt', row.id],
          ['Request', row.requestId],
          ...(row.traceparent ? [['Trace', row.traceparent.split('-')[1] ?? ''] as [string, string]] : []),
          ['Conversation', row.conversationId ?? 'none given'],
          ['Customer', row.customer ?? 'none given'],
          ['Language', row.locale],
          ['Signed by a person', signedWords(row.signed)],
          ['Audiences', audiences?.join(', ') ?? 'not on record'],
        ]}
      />
    </div>
  </section>
)

const signedWords = (signed: Answer['signed']): string => {
  const kept = (signed ?? {}) as { signed?: number; served?: number }
  return kept.served
    ? `${Math.round(((kept.signed ?? 0) / kept.served) * 100)} % of what was served`
    : 'not on record'
}

/** Signs by name, as numbers. */
export const featureFacts = (features: Record<string, number>): [string, string][] =>
  Object.entries(features).map(([name, value]) => [inWords(name), value.toFixed(3)])

/** Stages with their times. */
export const timeFacts = (timings: Record<string, number>): [string, string][] =>
  Object.entries(timings).map(([stage, ms]) => [
    inWords(stage),
    `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`,
  ])

/** `rareCoverage` -> `Rare coverage`. */
const inWords = (name: string): string =>
  sentence(name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`))

export const Facts = ({ title, facts }: { title: string; facts: [string, string][] }) => (
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

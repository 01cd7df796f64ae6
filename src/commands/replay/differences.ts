import type { Audience, Degradation } from '../../vocabulary'
import type { Versions } from '../decideTurn'
import type { DescribedGeneration } from '../describeAnswer'
import type { EvidenceCheck } from './checkEvidence'
import { textDifferences, type TextFacts } from './textDifferences'
import type { DifferenceKind, Difference } from './difference'

/** What is compared: the receipt's facts and today's. */
export interface Compared extends TextFacts {
  evidence: readonly EvidenceCheck[]
  /** Of the bot; `was` is null in receipts of before it was kept. */
  audiences: { was: readonly Audience[] | null; is: readonly Audience[]; on: boolean }
  versions: { was: Versions; is: Versions }
  degraded: { was: readonly Degradation[]; is: readonly Degradation[] }
  generation: { was: DescribedGeneration | null; is: DescribedGeneration | null }
}

/** Everything that is not as it was when the receipt was written: texts first, then who asks, then the machinery. */
export const differencesOf = (o: Compared): Difference[] => [
  ...evidenceDifferences(o.evidence),
  ...textDifferences(o),
  ...botDifferences(o.audiences),
  ...availabilityDifferences(o.degraded),
  ...generationDifferences(o.generation),
  ...versionDifferences(o.versions),
]

const evidenceDifferences = (evidence: readonly EvidenceCheck[]): Difference[] =>
  evidence.flatMap(({ state, problem, document, version }) =>
    state === 'identical'
      ? []
      : [
          {
            kind: `evidence_${state}`,
            sentence: `“${document.title}” version ${version}: ${problem}`,
            document,
          },
        ],
  )

const botDifferences = ({ was, is, on }: Compared['audiences']): Difference[] => {
  const off: Difference[] = on
    ? []
    : [{ kind: 'bot_off', sentence: 'The bot is switched off: today it gets no answer at all.' }]
  const [from, to] = [was?.join(', '), is.join(', ')]
  if (!was || (was.length === is.length && was.every((audience) => is.includes(audience)))) return off
  const sentence = `The bot spoke to ${from} then, and speaks to ${to} now.`
  return [...off, { kind: 'audiences_changed', sentence, from: from ?? null, to }]
}

const availabilityDifferences = ({ was, is }: Compared['degraded']): Difference[] => {
  const [from, to] = [was.join(', '), is.join(', ')]
  if (from === to) return []
  const words = (away: string) => (away ? `without ${away}` : 'with everything available')
  const sentence = `It was answered ${words(from)}, and is replayed ${words(to)}.`
  return [{ kind: 'availability_changed', sentence, from, to }]
}

/** Where a model took part both times: which, who judged it, and what it was told. */
const generationDifferences = ({ was, is }: Compared['generation']): Difference[] => {
  if (!was || !is) return []
  const compared = [
    ['language model', was.model, is.model],
    ['judge of its sentences', was.entailment, is.entailment],
    ['prompt', was.prompts.join(', ') || null, is.prompts.join(', ') || null],
  ] as const
  return compared.flatMap(([what, from, to]) => another({ kind: 'language_model_changed', what, from, to }))
}

const another = (o: Pick<Difference, 'kind' | 'from' | 'to'> & { what: string }): Difference[] => {
  const { kind, what, from, to } = o
  if (from === to) return []
  return [{ kind, sentence: `Another ${what}: ${from ?? 'none'} then, ${to ?? 'none'} now.`, from, to }]
}

const VERSIONED: Record<string, { kind: DifferenceKind; what: string }> = {
  embeddingModel: { kind: 'model_changed', what: 'embedding model' },
  indexVersion: { kind: 'index_changed', what: 'index version' },
  denseWeight: { kind: 'index_changed', what: 'weight of meaning against words' },
  chunker: { kind: 'index_changed', what: 'chunker' },
  calibration: { kind: 'calibration_changed', what: 'calibration' },
  vouch: { kind: 'software_changed', what: 'version of Vouch' },
}

/** What a receipt does not name, or what took no part on either side, is not compared. */
const versionDifferences = ({ was, is }: Compared['versions']): Difference[] =>
  Object.entries(VERSIONED).flatMap(([name, { kind, what }]) => {
    const [from, to] = [was[name], is[name]]
    if (from === undefined || to === undefined || !searched(was) || !searched(is)) return []
    return another({ kind, what, from, to })
  })

/** A turn that was decided by its own words names no index; that is no change of the index. */
const searched = ({ indexVersion }: Versions): boolean => indexVersion !== null && indexVersion !== undefined

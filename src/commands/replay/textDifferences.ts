import type { Release } from '../../../payload-types'
import { verificationOf, type Verification } from '../../governance/verification'
import { inForce, windowOf } from '../../governance/window'
import type { Audience } from '../../vocabulary'
import type { Difference } from './difference'

/** A text that an answer rests on: cited, or the nearest where nothing was cited. */
export interface UsedText {
  releaseId: string
  document: { id: string; collection: 'policies' | 'faqs'; title: string }
  version: number
  verification: Verification | null
}

export type ReleaseFacts = Pick<
  Release,
  | 'id'
  | 'documentCollection'
  | 'documentId'
  | 'version'
  | 'audience'
  | 'validFrom'
  | 'validTo'
  | 'withdrawnAt'
  | 'expiresAt'
  | 'reviewAt'
>

export interface TextFacts {
  /** The instant that is replayed, and the one at which the question was asked; epoch ms. */
  at: number
  askedAt: number
  used: { was: readonly UsedText[]; is: readonly UsedText[] }
  /** The releases of all these documents. */
  releases: readonly ReleaseFacts[]
  audiences: { is: readonly Audience[] }
}

/** What became of the texts that the receipt rests on, and which texts are new. */
export const textDifferences = (o: TextFacts): Difference[] => {
  const became = distinct(o.used.was).flatMap((text) => fateOf(text, o))
  const known = new Set(o.used.was.map(({ document }) => keyOf(document)))
  const fresh = distinct(o.used.is).flatMap((text): Difference[] => {
    const from = o.releases.find(({ id }) => id === text.releaseId)?.validFrom
    if (known.has(keyOf(text.document)) || !from || Date.parse(from) <= o.askedAt) return []
    const sentence = `“${text.document.title}” version ${text.version} has been in force since ${instant(from)}.`
    return [{ kind: 'new_text', sentence, document: text.document, to: text.version }]
  })
  return [...became, ...fresh]
}

const keyOf = ({ collection, id }: UsedText['document']): string => `${collection}/${id}`

const fateOf = (text: UsedText, o: TextFacts): Difference[] => {
  const { document, version } = text
  const release = o.releases.find(({ id }) => id === text.releaseId)
  // That it is missing is said of the evidence already.
  if (!release) return []
  const successor = o.releases.find(
    (other) =>
      other.documentCollection === document.collection &&
      other.documentId === document.id &&
      other.id !== release.id &&
      isInForce(other, o.at),
  )
  const shared = { document, from: version, to: successor?.version ?? null }
  const name = `“${document.title}” version ${version}`
  if (successor)
    return [
      {
        kind: 'text_superseded',
        sentence: `${name} was replaced by version ${successor.version}, in force since ${instant(successor.validFrom)}.`,
        ...shared,
      },
      ...hiddenFrom(o.audiences.is, successor, document),
    ]
  if (isInForce(release, o.at))
    return [...hiddenFrom(o.audiences.is, release, document), ...overdue(text, release, o.at)]
  const { withdrawnAt, expiresAt, validTo } = release
  if (withdrawnAt && Date.parse(withdrawnAt) <= o.at)
    return [
      { kind: 'text_withdrawn', sentence: `${name} was withdrawn on ${instant(withdrawnAt)}.`, ...shared },
    ]
  if (expiresAt && Date.parse(expiresAt) <= o.at)
    return [{ kind: 'text_expired', sentence: `${name} expired on ${instant(expiresAt)}.`, ...shared }]
  return [
    { kind: 'text_ended', sentence: `${name} has been out of force since ${instant(validTo)}.`, ...shared },
  ]
}

const hiddenFrom = (
  audiences: readonly Audience[],
  { audience, version }: ReleaseFacts,
  document: UsedText['document'],
): Difference[] =>
  audiences.includes(audience)
    ? []
    : [
        {
          kind: 'text_audience_changed',
          sentence: `“${document.title}” version ${version} is for ${audience}, to whom this bot does not speak.`,
          document,
          to: audience,
        },
      ]

/** Nobody confirmed it in time since; a topic may refuse such texts. */
const overdue = (
  { document, version, verification }: UsedText,
  release: ReleaseFacts,
  at: number,
): Difference[] =>
  verification !== 'overdue' && verificationOf(release.reviewAt, at) === 'overdue'
    ? [
        {
          kind: 'text_overdue',
          sentence: `“${document.title}” version ${version} is overdue: nobody confirmed it in time.`,
          document,
        },
      ]
    : []

const isInForce = (release: ReleaseFacts, at: number): boolean => {
  const window = windowOf(release)
  return window !== null && inForce(window, at)
}

const distinct = (texts: readonly UsedText[]): UsedText[] => [
  ...new Map(texts.map((text) => [text.releaseId, text])).values(),
]

const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
const instant = (at: string | null | undefined): string =>
  at ? `${format.format(Date.parse(at))} UTC` : 'an instant that is not on record'

import type { RankedPassage } from '../../../retrieval/types'
import { dot } from '../../../retrieval/dot'
import { usualOf } from '../../../retrieval/usual'
import { holdsAnswerType } from '../../answerType'
import { logOdds } from '../../logistic'
import { shareAbsent } from '../../named'
import { coverage, jaccard, rarityOf, weightedCoverage } from '../../terms'
import { unitsOfPassage, type PlacedUnit } from '../../units/placedUnits'
import { askedBy, type Asked } from './asked'
import { embeddedText, termsOfUnit, type UnitTerms } from './readUnit'

/** Signs that a unit carries the answer, about 0 to 1. */
export const UNIT_FEATURES = [
  'cosine',
  'cosineLead',
  'cosineLift',
  'ownCosine',
  'own',
  'withLeads',
  'all',
  'over',
  'rarest',
  'precision',
  'block',
  'score',
  'dense',
  'words',
  'rank',
  'inBest',
  'typeHeld',
  'typeMissing',
  'namesAbsent',
  'namesOwn',
  'row',
  'item',
  'step',
  'faq',
  'faqTitle',
  'position',
  'length',
  'unfinished',
  'figures',
  'permission',
  'modal',
  'permissionModal',
  'procedureStep',
  'list',
  'listItem',
  'place',
  'person',
  'reason',
  'terms',
  'hasCosine',
  /** Log odds over 5 that a cross-encoder takes its window for the answer and points at it; 0 where none read it. */
  'reads',
  'readsWindow',
  'readsShare',
  'unread',
] as const
export type UnitFeature = (typeof UNIT_FEATURES)[number]
export type UnitFeatures = Record<UnitFeature, number>

/** What a cross-encoder made of the units that it read, by `readKey`. */
export type ReadUnits = ReadonlyMap<string, { window: number; share: number }>

/** A unit among those that a cross-encoder read. */
export const readKey = ({ passage, unit }: Pick<PlacedUnit, 'passage' | 'unit'>): string =>
  `${passage.releaseId} ${unit.start}`

/** Vectors by text: of units in their context, and of the question; null where nothing embeds. */
export interface Vectors {
  question: Float32Array
  of(text: string): Float32Array | null
}

export interface FeaturedUnit {
  placed: PlacedUnit
  terms: UnitTerms
  features: UnitFeatures
}

/** The units of the passages with their signs, in the order of the passages and of their texts. */
export function featureUnits(o: {
  question: string
  locale: string
  passages: readonly RankedPassage[]
  vectors: Vectors | null
  read?: ReadUnits | undefined
}): { asked: Asked; units: FeaturedUnit[] } {
  const { locale, passages, vectors } = o
  const asked = askedBy(o.question, locale)
  const placed = passages.flatMap((passage, rank) =>
    unitsOfPassage(passage).flatMap((each) =>
      each.unit.kind === 'code' ? [] : [{ placed: each, rank, terms: termsOfUnit(each, locale) }],
    ),
  )
  const weights = rarityOf(
    asked.terms,
    placed.map(({ terms }) => terms.all),
  )
  const cosines = placed.map((each) => cosineOf(vectors, each.placed))
  const first = cosines.toSorted((a, b) => b - a)
  const mean = usualOf(cosines, USUAL_UNITS)
  const blocks = blockTerms(placed)
  const units = placed.map(({ placed: each, rank, terms }, i) => {
    const cosine = cosines[i] ?? 0
    const other = cosine === first[0] ? (first[1] ?? cosine) : (first[0] ?? 0)
    return {
      placed: each,
      terms,
      features: featuresOf({
        asked,
        each,
        rank,
        terms,
        weights,
        vectors,
        read: o.read,
        passages,
        block: blocks.get(blockKey(each)) ?? terms.own,
        cosine,
        other,
        mean,
      }),
    }
  })
  return { asked, units }
}

/** Units that it takes to see what is usual among them. */
const USUAL_UNITS = 20

const cosineOf = (vectors: Vectors | null, placed: PlacedUnit): number => {
  const vector = vectors?.of(embeddedText(placed))
  return vector && vectors ? dot(vector, vectors.question) : 0
}

const blockKey = ({ passage, unit }: PlacedUnit): string => `${passage.chunkId} ${unit.block}`

function blockTerms(placed: readonly { placed: PlacedUnit; terms: UnitTerms }[]): Map<string, Set<string>> {
  const blocks = new Map<string, Set<string>>()
  for (const each of placed) {
    const key = blockKey(each.placed)
    const terms = blocks.get(key) ?? new Set(each.terms.over)
    for (const term of each.terms.own) terms.add(term)
    for (const term of each.terms.leads) terms.add(term)
    blocks.set(key, terms)
  }
  return blocks
}

const MODAL =
  /\b(?:can|cannot|can't|may|must|not|no|never|only|unless|except|always|yes|allowed|possible|free|need|have to|do not|don't|does not|will|won't|any|every|each|all|accept\w*|offer\w*|available|include\w*|cover\w*|exclu\w*|kann|darf|nicht|kein\w*|ja|nein|nur|peut|pouvez|pas|oui|non|puede|no|s[ií])\b/i
const PLACE =
  /\b(?:at|in|on|under|from|to|via|bei|in|unter|à|dans|en)\s+(?:the\s+)?\*{0,2}\p{Lu}|@|https?:|\bwww\./u
const PERSON =
  /\b(?:team|staff|manager|customer|holder|person|anyone|people|owner|driver|engineer|resident|adult|you|we|member|employee|everyone|nobody|courier|support|desk|office)\w*\b/i
const REASON =
  /\b(?:because|since|so that|due to|reason|in order to|therefore|otherwise|means that|weil|damit|denn|parce que|car|porque)\b/i

function featuresOf(o: {
  asked: Asked
  each: PlacedUnit
  rank: number
  terms: UnitTerms
  weights: ReadonlyMap<string, number>
  vectors: Vectors | null
  read: ReadUnits | undefined
  passages: readonly RankedPassage[]
  block: ReadonlySet<string>
  cosine: number
  other: number
  mean: number
}): UnitFeatures {
  const { asked, each, rank, terms, weights, cosine, other, mean } = o
  const { passage, unit, text, leads, index } = each
  const said = [...leads, text].join(' ')
  const withLeads = new Set([...terms.own, ...terms.leads])
  const everything = [passage.document.title, ...each.headingPath, said].join(' ')
  const held = holdsAnswerType(text, asked.types)
  const is = (yes: boolean) => (yes ? 1 : 0)
  const modal = is(MODAL.test(said))
  const ordered = unit.kind === 'step'
  const faq = passage.document.collection === 'faqs'
  const own = o.vectors?.of(text)
  return {
    cosine,
    cosineLead: cosine - other,
    cosineLift: cosine - mean,
    ownCosine: own && o.vectors ? dot(own, o.vectors.question) : 0,
    own: weightedCoverage(weights, terms.own),
    withLeads: weightedCoverage(weights, withLeads),
    all: weightedCoverage(weights, terms.all),
    over: weightedCoverage(weights, terms.over),
    rarest: is(terms.all.has(rarestOf(weights) ?? '')),
    precision: terms.own.size ? coverage(terms.own, asked.terms) : 0,
    block: weightedCoverage(weights, o.block),
    score: passage.score,
    dense: passage.dense ?? 0,
    words: (passage.words ?? 0) / (10 * Math.sqrt(Math.max(1, asked.terms.size))),
    rank: 1 / (1 + rank),
    inBest: is(passage.document.id === o.passages[0]?.document.id),
    typeHeld: is(held === true),
    typeMissing: is(held === false),
    namesAbsent: shareAbsent(asked.names, everything),
    namesOwn: asked.names.size ? 1 - shareAbsent(asked.names, said) : 0,
    row: is(unit.kind === 'row'),
    item: is(unit.kind === 'item'),
    step: is(ordered),
    faq: is(faq),
    faqTitle: faq ? jaccard(asked.terms, terms.over) : 0,
    position: 1 / (1 + index),
    length: Math.min(1, text.length / 300),
    unfinished: is(/[?:][*_]*$/.test(text)),
    figures: is(/\d/.test(text)),
    permission: is(asked.kind === 'permission'),
    modal,
    permissionModal: is(asked.kind === 'permission') * modal,
    procedureStep: is(asked.kind === 'procedure' && ordered),
    list: is(asked.kind === 'list'),
    listItem: is(asked.kind === 'list' && (unit.kind === 'item' || unit.kind === 'row')),
    place: is(asked.kind === 'place' && PLACE.test(text)),
    person: is(asked.kind === 'person' && PERSON.test(text)),
    reason: is(asked.kind === 'reason' && REASON.test(text)),
    terms: Math.min(1, asked.terms.size / 10),
    hasCosine: is(o.vectors !== null),
    ...readsOf(o.read, each),
  }
}

function readsOf(
  read: ReadUnits | undefined,
  placed: PlacedUnit,
): Pick<UnitFeatures, 'reads' | 'readsWindow' | 'readsShare' | 'unread'> {
  const own = read?.get(readKey(placed))
  if (!own) return { reads: 0, readsWindow: 0, readsShare: 0, unread: read ? 1 : 0 }
  const both = (1 / (1 + Math.exp(-own.window))) * own.share
  return {
    reads: logOdds(both, 0.001) / 5,
    readsWindow: own.window / 5,
    readsShare: own.share,
    unread: 0,
  }
}

const rarestOf = (weights: ReadonlyMap<string, number>): string | undefined =>
  [...weights].toSorted((a, b) => b[1] - a[1])[0]?.[0]

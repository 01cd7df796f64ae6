import type { RankedPassage } from '../../../retrieval/types'
import { marginOf } from '../../../retrieval/usual'
import { logOdds } from '../../logistic'
import { coverage } from '../../terms'
import type { Asked } from './asked'
import type { FeaturedUnit, UnitFeature } from './unitFeatures'

/** Signs of the best unit that tell of the whole too. */
const OF_BEST = [
  'all',
  'own',
  'block',
  'over',
  'rarest',
  'precision',
  'cosine',
  'cosineLift',
  'cosineLead',
  'ownCosine',
  'namesAbsent',
  'namesOwn',
  'typeHeld',
  'typeMissing',
  'faqTitle',
  'faq',
  'modal',
  'permissionModal',
  'unfinished',
  'row',
  'item',
  'length',
  'score',
  'dense',
  'words',
  'rank',
  'place',
  'person',
  'reason',
  'procedureStep',
  'listItem',
  'figures',
  'reads',
  'readsWindow',
  'readsShare',
  'unread',
] as const satisfies readonly UnitFeature[]

/** Signs that the best units answer the question. */
export const VERDICT_FEATURES = [
  ...OF_BEST,
  /** The log odds of the best unit, and how far it stands above the best of another paragraph, over 4. */
  'odds',
  'lead',
  'others',
  /** Share of the question's terms, by rarity, that stand in no passage at all. */
  'nowhere',
  'denseTop',
  'denseLift',
  'legsAgree',
  'margin',
  'terms',
  'names',
  'permission',
  'procedure',
  'list',
  'wherewho',
  'typed',
  'allCosine',
  'sure',
  /** What a cross-encoder says of the likeliest of all windows, and how far the likeliest of other passages is behind. */
  'readsTop',
  'readsLead',
] as const
export type VerdictFeature = (typeof VERDICT_FEATURES)[number]
export type VerdictFeatures = Record<VerdictFeature, number>

/** A unit is never surer than this. */
const EDGE = 0.005

/** What a cross-encoder says of a window that does not answer, as `readsWindow` has it. */
const USUAL_MISS = -1

const readsOf = (units: readonly LikelyUnit[]): number[] =>
  units.flatMap(({ features }) => (features.unread ? [] : [features.readsWindow]))

export interface LikelyUnit extends FeaturedUnit {
  probability: number
}

/** @param units best first; at least one. */
export function verdictFeatures(o: {
  asked: Asked
  units: readonly LikelyUnit[]
  passages: readonly RankedPassage[]
}): VerdictFeatures {
  const { asked, units, passages } = o
  const [best] = units
  if (!best) throw new TypeError('A verdict needs a unit.')
  const other = units.find(
    ({ placed }) =>
      placed.passage.chunkId !== best.placed.passage.chunkId || placed.unit.block !== best.placed.unit.block,
  )
  const odds = logOdds(best.probability, EDGE)
  const found = new Set<string>()
  for (const { terms } of units) for (const term of terms.all) found.add(term)
  const first = units.toSorted((a, b) => b.features.readsWindow - a.features.readsWindow)[0]
  const readsTop = Math.max(USUAL_MISS, ...readsOf(units))
  const is = (yes: boolean) => (yes ? 1 : 0)
  const kind = (...kinds: Asked['kind'][]) => is(kinds.includes(asked.kind))
  const of = Object.fromEntries(OF_BEST.map((name) => [name, best.features[name]])) as Record<
    (typeof OF_BEST)[number],
    number
  >
  return {
    ...of,
    odds,
    lead: (odds - (other ? logOdds(other.probability, EDGE) : -5)) / 4,
    others: units.slice(1, 6).reduce((sum, { probability }) => sum + probability, 0),
    nowhere: asked.terms.size ? 1 - coverage(asked.terms, found) : 0,
    denseTop: Math.max(0, ...passages.slice(0, 3).map(({ dense }) => dense ?? 0)),
    denseLift: Math.max(0, ...passages.map(({ lift }) => lift ?? 0)),
    legsAgree: is(best.placed.passage.document.id === passages[0]?.document.id),
    margin: marginOf(passages.map(({ score }) => score)),
    terms: Math.min(1.5, asked.terms.size / 10),
    names: Math.min(1, asked.names.size / 5),
    permission: kind('permission'),
    procedure: kind('procedure'),
    list: kind('list'),
    wherewho: kind('place', 'person'),
    typed: is(asked.types.length > 0),
    allCosine: best.features.all * best.features.cosine,
    sure: best.features.all * best.features.typeHeld,
    readsTop,
    readsLead:
      readsTop -
      Math.max(USUAL_MISS, ...readsOf(units.filter((unit) => unit.placed.passage !== first?.placed.passage))),
  }
}

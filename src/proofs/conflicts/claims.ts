import { allFactsOf, withoutFacts } from '../../answer/facts'
import type { Claim, Claims } from './claim'
import { timesOf, weekdaysOf } from './times'

const VERDICT = /^(?:(yes|ja|oui|s[ií])|(no|nein|non))(?=[\s,.!:;–-])[\s,.!:;–-]*/iu

/** Reads what a sentence states; one that begins with yes or no grants or denies by that. Pure. */
export function claimsOf(text: string): Claims {
  const verdict = VERDICT.exec(text)
  const sentence = text.slice(verdict?.[0].length ?? 0)
  const facts = allFactsOf(sentence)
  const plain = withoutFacts(sentence, facts)
  const times = timesOf(plain)
  const weekdays = weekdaysOf(plain)
  const free = freeIn(sentence)
  const timed = [...times, ...weekdays].reduce((rest, { text }) => rest.replace(text, ' '), plain)
  const counted = quantitiesIn(timed)
  const stated = [
    ...facts.map(({ kind, value, unit, text }) => toClaim({ kind, value, unit, text })),
    ...times,
    ...weekdays,
    ...free,
    ...sharesIn(sentence),
    ...counted,
  ]
  const about = [...free, ...counted].reduce((rest, { text }) => rest.replace(text, ' '), timed)
  return {
    stated,
    about: about.replaceAll(/\s+/g, ' ').trim(),
    grants: verdict ? (verdict[1] ? 1 : -1) : grantsOf(sentence, stated.length > 0),
  }
}

/** A working week has five of seven days. */
const WORKING_DAY = 7 / 5

function toClaim(claim: Omit<Claim, 'kind'> & { kind: Claim['kind'] }): Claim {
  if (claim.kind !== 'duration' || claim.unit !== 'business day') return claim
  return { ...claim, value: claim.value * WORKING_DAY, unit: 'day' }
}

const FREE =
  /(?<!\p{L})(?:free of charge|for free|(?:is|are|comes?|come|travels?) free(?! from)|free(?= (?:of charge|delivery|shipping|returns?))|without (?:any )?(?:charge|fee|cost)|at no (?:extra |additional )?(?:charge|cost)|(?:no|never (?:\p{L}+ )?an?y?|not (?:\p{L}+ )?an?y?) (?:[\p{L}-]+ )?(?:charges?|fees?|costs?|fines?)|costs? (?:you )?nothing|nothing is charged|(?:is|are) included|kostenlos|kostenfrei|gratis|gratuite?s?|sans frais|sin (?:coste|cargo))(?!\p{L})/giu

/** “Free of charge” is an amount: none. */
const freeIn = (sentence: string): Claim[] =>
  Array.from(sentence.matchAll(FREE), ([text]) => ({ kind: 'money', value: 0, unit: '', text }))

const SHARES: readonly (readonly [RegExp, number])[] = [
  [/(?<!\p{L})(?:half of|half the|the half|die Hälfte|la moitié|la mitad)(?!\p{L})/giu, 50],
  [/(?<!\p{L})(?:a quarter of|ein Viertel|un quart|un cuarto)(?!\p{L})/giu, 25],
]

const sharesIn = (sentence: string): Claim[] =>
  SHARES.flatMap(([pattern, value]) =>
    Array.from(sentence.matchAll(pattern), ([text]) => ({ kind: 'percentage', value, unit: '%', text })),
  )

/** A number with what follows it, or alone; the number of a name, a section or a model is none. */
const QUANTITY = /(?<![\p{L}\p{N}.,€$£-]|\p{Lu}\p{L}* )(\d+(?:[.,]\d+)?)(?: ?(\p{L}{1,4})(?!\p{L}))?/gu

const quantitiesIn = (text: string): Claim[] =>
  Array.from(text.matchAll(QUANTITY), ([found, digits = '', unit = '']) => ({
    kind: 'count',
    value: Number(digits.replace(',', '.')),
    unit: SMALL_WORD.test(unit) ? '' : unit.toLowerCase(),
    text: found,
  }))

const SMALL_WORD = /^(?:a|an|or|to|of|in|at|on|per|and|for|oder|und|pro|par|por|y|et|ou)$/iu

const NEGATIONS =
  /(?<!\p{L})(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|[\p{L}]+n['’]t|unable|impossible|prohibited|forbidden|banned|excluded?|excludes|refused?|refuses|declined?|declines|closed|ineligible|non|nicht|keine?[mnrs]?|nie|niemals|ohne|verboten|ausgeschlossen|pas|jamais|aucune?|sans|interdite?s?|nunca|ningun[oa]?|sin|prohibid[oa]s?|excluid[oa]s?)(?!\p{L})/giu
/** Beyond a limit: who denies it there, grants it up to it. */
const BEYOND =
  /(?<!\p{L})(?:after|later than|beyond|more than|longer than|over|above|heavier than|older than|nach|später als|mehr als|über|après|plus de|au-delà|después|más de)(?!\p{L})/iu

function grantsOf(sentence: string, hasLimit: boolean): 1 | -1 {
  const denials = Array.from(sentence.matchAll(NEGATIONS)).length
  return denials % 2 === 1 && !(hasLimit && BEYOND.test(sentence)) ? -1 : 1
}

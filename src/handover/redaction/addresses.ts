import type { Secret } from './types'

/** A word of a name, as places and streets have them. Between two stands exactly one blank, so that nothing is tried twice. */
const NAME = String.raw`\p{L}[\p{L}'’.-]*`
const CAPITAL = String.raw`\p{Lu}[\p{L}'’.-]*`
const names = (most: number, name = NAME): string => `${name}(?:[ \\t]${name}){0,${most - 1}}`
const NUMBER = String.raw`\d{1,5}(?:\s?[a-z](?!\p{L}))?(?:\s?[-/]\s?\d{1,4}[a-z]?)?`
/** A comma or a new line. */
const COMMA = String.raw`[ \t]*[,\n][ \t]*`
/** The same, or blanks alone. */
const NEXT = String.raw`(?:[ \t]*[,\n][ \t]*|[ \t]+)`
const BEGINS = String.raw`(?<![\p{L}\p{N}]|[\p{N}][-.])`

/** Streets of Britain and America end so. */
const ENGLISH_STREET =
  'street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|court|ct|place|pl|way|square|sq|terrace|row|yard|walk|gardens|grove|crescent|hill|mews|green|quay|boulevard|blvd|circle|cir|trail|parkway|pkwy|highway|hwy|park|view|rise|parade'
const UNIT = String.raw`(?:flat|apartment|apt|unit|suite|ste|room|#)\.?\s?[\p{L}\p{N}]{1,5}`
const ENGLISH_LINE = `(?:${UNIT}${NEXT})?${NUMBER}[ \\t]+${names(6)}`
const NAMED_HOUSE = `The[ \\t]${names(3)}${COMMA}(?:${NUMBER}[ \\t]+)?${names(4)}`
const STATES =
  'A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]'
const FRENCH_STREET =
  'rue|avenue|av\\.?|boulevard|bd\\.?|all[ée]e|impasse|place|chemin|quai|cours|route|square|passage|faubourg|sentier|r[ée]sidence'
const SPANISH_STREET =
  'calle|c/|avda\\.?|avenida|av\\.|plaza|pza\\.?|paseo|p[ºo]\\.?|camino|carretera|ctra\\.?|ronda|traves[íi]a|urbanizaci[óo]n'
const SPANISH_DOOR = String.raw`(?:\d{1,3}\s?[.ºª°oa]*|[a-z]|izq|dcha|bajo|ático|esc|piso|puerta)[.ºª°]*`

const PATTERNS: readonly RegExp[] = [
  // Britain: up to the postcode. One alone is a place that is asked about.
  new RegExp(
    String.raw`${BEGINS}(?:${NAMED_HOUSE}|${ENGLISH_LINE})(?:${COMMA}(?:${UNIT}|${names(5)})){0,4}${NEXT}[A-Z]{1,2}\d[A-Z\d]?[ \t]?\d[A-Z]{2}(?![\p{L}\p{N}])`,
    'giu',
  ),
  // America: town, state and zip.
  new RegExp(
    String.raw`${BEGINS}(?:${ENGLISH_LINE}|P\.?[ \t]?O\.?[ \t]?[Bb]ox[ \t]+\d+)(?:${NEXT}(?:${UNIT}|Apt\.?[ \t]\w{1,5}|Unit[ \t]\w{1,5}|Suite[ \t]\w{1,5}))?(?:${COMMA}${names(4)}){0,2}${NEXT}(?:${STATES})${NEXT}\d{5}(?:-\d{4})?(?!\d)`,
    'gu',
  ),
  // Germany, Austria, Switzerland: the number behind the street, the postcode before the town.
  new RegExp(
    String.raw`${BEGINS}${names(4, CAPITAL)}[ \t]${NUMBER}${NEXT}(?:in[ \t])?(?:[DAC]H?-)?\d{4,5}[ \t]+${names(3, CAPITAL)}`,
    'gu',
  ),
  // France.
  new RegExp(
    String.raw`${BEGINS}\d{1,4}(?:[ \t]?(?:bis|ter|quater))?${NEXT}(?:${FRENCH_STREET})[ \t]+${names(6)}${NEXT}\d{5}[ \t]+${names(3)}`,
    'giu',
  ),
  // Spain: what is behind the number says which door.
  new RegExp(
    String.raw`${BEGINS}(?:${SPANISH_STREET})[ \t]*${names(6)}${NEXT}${NUMBER}(?:${NEXT}${SPANISH_DOOR}){0,3}${NEXT}\d{5}[ \t]+${CAPITAL}(?:[ \t](?:de|del|la|las|los)[ \t]${CAPITAL})?`,
    'giu',
  ),
  // A street and number alone, where somebody says that they live there.
  new RegExp(
    String.raw`(?<=(?:live at|living at|my address is|new address is|address:|moved to)[ \t])${NUMBER}[ \t]${names(3)}[ \t](?:${ENGLISH_STREET})(?!\p{L})`,
    'giu',
  ),
  new RegExp(
    String.raw`(?<=(?:[Ww]ohne|[Ww]ohne in der|[Ww]ohne im|[Ww]ohne am|[Aa]dresse ist|[Aa]nschrift ist|[Aa]nschrift lautet|[Aa]dresse:|[Aa]nschrift:)[ \t])${names(3, CAPITAL)}[ \t]${NUMBER}(?![\p{L}\d])`,
    'gu',
  ),
]

/** Postal addresses of people in a folded text: a street with its number and the place. A postcode or a street alone is a place. */
export const addressesIn = (text: string): Secret[] =>
  /\d/.test(text) ? PATTERNS.flatMap((pattern) => Array.from(text.matchAll(pattern), addressOf)) : []

function addressOf({ 0: found, index }: RegExpMatchArray & { index: number }): Secret {
  // What ends the sentence is no part of it.
  const address = found.replace(/[\s.,]+$/, '')
  return { kind: 'postal address', start: index, end: index + address.length, shown: '[address]' }
}

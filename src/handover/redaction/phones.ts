import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max'
import { numberOf } from './context'
import type { Secret } from './types'

/** Figures with what stands between them in a number to call; the country's code, with the nought that falls away, before them. */
const CANDIDATE =
  /(?<![\p{L}\p{N}#€$£_+./-])(?:\+|00)?\(?\+?\d(?:[ .\-/()\t]{0,3}\d){5,16}(?![\p{L}\p{N}]|[-/.]\p{L}|[.,]\d)/gu
const COUNTRIES: readonly CountryCode[] = ['GB', 'DE', 'FR', 'ES', 'US']
const DATE = /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}$|^(?:19|20)\d\d[-/. ]\d\d(?:[-/. ]|$)/

/**
 * Telephone numbers in a folded text, international and as people of five countries write theirs at home. What the words before it
 * say is of an order, a part or the like stays; what nothing is said of must be a number that is given, written like one.
 */
export function phonesIn(text: string): Secret[] {
  return Array.from(text.matchAll(CANDIDATE)).flatMap(({ 0: found, index }) =>
    isPhone(text, found, index)
      ? { kind: 'telephone number' as const, start: index, end: index + found.length, shown: '[phone]' }
      : [],
  )
}

function isPhone(text: string, found: string, at: number): boolean {
  if (DATE.test(found)) return false
  const said = numberOf(text, at)
  const isAbroad = /^\(?(?:\+|00)/.test(found)
  const parsed = (isAbroad ? [undefined] : COUNTRIES).flatMap(
    (country) =>
      parsePhoneNumberFromString(
        isAbroad ? found.replace(/^(\(?)00/, '$1+').replace(/\(0\)/, '') : found,
        country,
      ) ?? [],
  )
  if (said === 'phone') return parsed.some((number) => number.isPossible())
  if (said === 'thing' && !isAbroad) return false
  const given = parsed.filter((number) => number.isValid())
  return given.some((number) => isAbroad || said === 'maybe phone' || looksDialled(found, number.country))
}

/** As it is written at home: with the nought, or in the groups in which people of that country say it. */
function looksDialled(found: string, country: CountryCode | undefined): boolean {
  if (country === 'US') return /^\(\d{3}\) ?\d{3}[-. ]\d{4}$|^\d{3}([-. ])\d{3}\1\d{4}$/.test(found)
  if (country === 'ES')
    return /^[6789]\d{2}([ .-])\d{3}\1\d{3}$|^[6789]\d{2}([ .-])\d{2}\2\d{2}\2\d{2}$|^9\d([ .-])\d{3}\3\d{2}\3\d{2}$/.test(
      found,
    )
  return /^\(?0/.test(found)
}

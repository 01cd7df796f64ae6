import { getCountrySpecifications } from 'ibantools'
import type { Secret } from './types'

const countries = getCountrySpecifications()
/** Where one may begin: two letters that begin a word, or stand behind “IBAN”. */
const BEGINNING = /(?:(?<![\p{L}\p{N}])|(?<=iban))[A-Z](?=[^\p{L}\p{N}]{0,3}[A-Z][^\p{L}\p{N}]{0,3}\d)/giu
/** Marks between two of its characters. */
const MOST_BETWEEN = 3

/** IBANs in a folded text: as long as their country's are, and right by their check digits, whatever stands between. */
export function ibansIn(text: string): Secret[] {
  return Array.from(text.matchAll(BEGINNING), ({ index }) => ibanAt(text, index)).flatMap(
    (iban) => iban ?? [],
  )
}

function ibanAt(text: string, start: number): Secret | null {
  let compact = ''
  let between = 0
  for (let end = start; end < text.length; end++) {
    const character = text.charAt(end)
    if (!/[A-Za-z0-9]/.test(character)) {
      if (/[\p{L}\p{N}]/u.test(character) || ++between > MOST_BETWEEN) return null
      continue
    }
    between = 0
    compact += character.toUpperCase()
    if (compact.length === lengthOf(compact) && isRight(compact))
      return { kind: 'IBAN', start, end: end + 1, shown: `[IBAN …${compact.slice(-4)}]` }
    if (compact.length > LONGEST) return null
  }
  return null
}

const LONGEST = 34

const lengthOf = (iban: string): number | null => countries[iban.slice(0, 2)]?.chars ?? null

/** ISO 13616: the number with its country moved behind is 1 modulo 97. */
function isRight(iban: string): boolean {
  let rest = 0
  for (const character of iban.slice(4) + iban.slice(0, 4))
    for (const digit of String(Number.parseInt(character, 36))) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}

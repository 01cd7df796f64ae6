import type { Secret } from './types'

/** Digits with anything but letters between them, however a card number is broken up. */
const RUN = /\d(?:[^\p{L}\p{N}]{0,4}\d)*/gu
const [SHORTEST, LONGEST] = [13, 19]
/** A security code or an expiry date glued to the number. */
const MOST_GLUED = 8
const ABOUT_CARDS = /card|karte|carte|tarjeta|visa|master|amex|maestro|cvv|cvc/i
const NEAR = 60

/** A row of digits without anything between them. */
interface Group {
  digits: string
  start: number
  end: number
}

/**
 * Payment card numbers (by Luhn's check digit) in a folded text, whatever stands between their digits, and the security
 * code that follows one. Other numbers stay: what is in several pieces must be a number that some issuer gives, or be all
 * that its row of digits holds, written with one kind of mark.
 */
export function cardsIn(text: string): Secret[] {
  return Array.from(text.matchAll(RUN), ({ 0: run, index }) => {
    const groups = Array.from(run.matchAll(/\d+/g), (match) => ({
      digits: match[0],
      start: index + match.index,
      end: index + match.index + match[0].length,
    }))
    return cardsInRow(groups, text)
  }).flat()
}

function cardsInRow(groups: readonly Group[], text: string): Secret[] {
  const found: Secret[] = []
  for (let first = 0; first < groups.length; first++) {
    const last = lastOfCard(groups, first, text)
    if (last === null) continue
    const card = groups.slice(first, last + 1)
    found.push(cardSecret(card))
    const code = codeBehind(groups.slice(last + 1))
    if (code) found.push({ kind: 'security code', start: code.start, end: code.end, shown: '[code]' })
    first = last
  }
  return found
}

function cardSecret(groups: readonly Group[]): Secret {
  const digits = digitsOf(groups)
  const [start, end] = [groups[0]?.start ?? 0, groups.at(-1)?.end ?? 0]
  // Of more digits than one number has, the end may be its code, which nobody is shown.
  const card = digits.slice(0, usualLength(digits) ?? digits.length)
  return { kind: 'card number', start, end, shown: `[card …${card.slice(-4)}]` }
}

/** The group that ends a card number which begins at `first`: the longest that it can be. */
function lastOfCard(groups: readonly Group[], first: number, text: string): number | null {
  // Each group has a figure at least: of a long row of them only so many can be one card.
  for (let last = Math.min(groups.length, first + LONGEST) - 1; last >= first; last--) {
    const card = groups.slice(first, last + 1)
    const digits = digitsOf(card)
    if (isCard(card, digits, card.length === groups.length, text)) return last
  }
  return null
}

function isCard(card: readonly Group[], digits: string, isWholeRow: boolean, text: string): boolean {
  if (card.length === 1 && digits.length > 16 && isGlued(card[0], text)) return true
  if (digits.length < SHORTEST || digits.length > LONGEST || !passesLuhn(digits)) return false
  if (plausibleLength(digits) === digits.length) return true
  if (standsInWord(card, text)) return false
  return card.length === 1 || (isWholeRow && !isAbroadNumber(card, text) && hasOneSeparator(card, text))
}

const digitsOf = (groups: readonly Group[]): string => groups.map(({ digits }) => digits).join('')

/** “OM4012888888881881” is an order. */
const standsInWord = (card: readonly Group[], text: string): boolean =>
  /\p{L}/u.test(text.charAt((card[0]?.start ?? 0) - 1)) || /\p{L}/u.test(text.charAt(card.at(-1)?.end ?? 0))

const isAbroadNumber = ([first]: readonly Group[], text: string): boolean =>
  text.charAt((first?.start ?? 0) - 1) === '+' || Boolean(first?.digits.startsWith('00'))

const hasOneSeparator = (card: readonly Group[], text: string): boolean =>
  new Set(card.slice(1).map(({ start }, i) => text.slice(card[i]?.end, start))).size <= 1

/** A number of an issuer with its code or date right behind it, in a text about cards. */
function isGlued(group: Group | undefined, text: string): boolean {
  if (!group) return false
  const length = plausibleLength(group.digits)
  const rest = group.digits.length - (length ?? 0)
  return (
    length !== null &&
    rest >= 3 &&
    rest <= MOST_GLUED &&
    ABOUT_CARDS.test(text.slice(Math.max(0, group.start - NEAR), group.end + NEAR))
  )
}

/** The code that ends the row behind a card number, with or without the expiry date before it. */
function codeBehind(rest: readonly Group[]): Group | null {
  const lengths = rest.map(({ digits }) => digits.length).join(' ')
  return /^(?:2 (?:2|4) |4 )?[34]$/.test(lengths) ? (rest.at(-1) ?? null) : null
}

/** Issuers by the beginnings of their numbers, with how long those are (ISO/IEC 7812; the networks' own tables). */
const ISSUERS: readonly { begins: RegExp; lengths: readonly number[] }[] = [
  { begins: /^4/, lengths: [16, 19, 13] },
  { begins: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  { begins: /^3[47]/, lengths: [15] },
  { begins: /^3(?:0[0-5]|[689])/, lengths: [14, 16, 19] },
  { begins: /^35(?:2[89]|[3-8])/, lengths: [16, 19] },
  { begins: /^6(?:011|4[4-9]|5)/, lengths: [16, 19] },
  { begins: /^(?:62|81)/, lengths: [16, 17, 18, 19] },
  { begins: /^(?:5018|5020|5038|5893|6304|6759|676[1-3])/, lengths: [13, 14, 15, 16, 17, 18, 19] },
  { begins: /^220[0-4]/, lengths: [16] },
]

/** How long the card number is that these digits begin with; null where no issuer gives such a one. */
function plausibleLength(digits: string): number | null {
  const lengths = ISSUERS.filter(({ begins }) => begins.test(digits)).flatMap((issuer) => issuer.lengths)
  const whole = lengths.includes(digits.length) && passesLuhn(digits)
  return whole
    ? digits.length
    : (lengths.find((length) => length < digits.length && passesLuhn(digits.slice(0, length))) ?? null)
}

/** The most usual length of a right number at the beginning of these digits. */
const usualLength = (digits: string): number | null => {
  const lengths = ISSUERS.filter(({ begins }) => begins.test(digits)).flatMap((issuer) => issuer.lengths)
  return lengths.find((length) => length <= digits.length && passesLuhn(digits.slice(0, length))) ?? null
}

/** ISO/IEC 7812: the check digit of payment cards. */
function passesLuhn(digits: string): boolean {
  if (/^0+$/.test(digits)) return false
  const sum = Array.from(digits, Number)
    .reverse()
    .reduce((total, digit, i) => total + (i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2), 0)
  return sum % 10 === 0
}

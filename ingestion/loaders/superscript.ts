/** What stands raised or lowered, with what stands round it in the same block. */
export interface Raised {
  /** The text of the block up to it; the last few characters are enough. */
  before: string
  text: string
  /** The text of the block behind it, where it is known. */
  after?: string
  /** It is a reference to a note for certain: a link to one, or a note with this mark stands below. */
  note?: boolean
}

/**
 * What a raised text says, so that it cannot be read as part of the number or word before it. Cents get their decimal
 * sign ("$19.99"), minutes a colon, powers and units keep a raised sign ("m²", "10⁶"), ordinals and trademarks are written
 * out ("1st", "™"), and everything else is a note in raised brackets ("14⁽¹⁾ days"). Used by every loader.
 */
export function raisedText({ before, text, after = '', note = false }: Raised): string {
  const raised = text.trim()
  if (!raised || /^[⁽⁾⁰¹²³⁴-⁹,–]+$/.test(raised)) return raised
  const mark = NOTE_MARK.exec(raised)?.[1]
  if (note && mark) return noteOf(mark)
  const speaking = TRADEMARKS[raised.toUpperCase()]
  if (speaking) return speaking
  if (isFraction(raised, after)) return /\d$/.test(before) ? ` ${raised}` : raised
  const number = numberBefore(before)
  if (/^[.,]\d{1,2}$/.test(raised) && number) return raised
  if (/^\d\d$/.test(raised) && number) {
    const whole = wholeNumberEnd(before)
    if (isPrice(whole, after)) return `${decimalSign(whole)}${raised}`
    if (isClock({ number, minutes: raised, before, after })) return `:${raised}`
    if (!HAS_DECIMALS.test(whole) && NO_NOTE.test(raised)) return `${decimalSign(whole)}${raised}`
  }
  if (isPower(before, raised)) return superscript(raised)
  if (mark) return noteOf(mark)
  return wordsRaised(before, raised)
}

/** What a lowered text says: figures keep a lowered sign ("H₂O"), the foot of a fraction and words are written out. */
export function loweredText({ before, text }: Raised): string {
  const lowered = text.trim()
  if (!/^[\d+−-]+$/.test(lowered) || /[/⁄]$/.test(before)) return lowered
  return [...lowered].map((sign) => LOWERED[sign] ?? sign).join('')
}

/** The same for signs that are raised by themselves ("19⁹⁹", "14¹"), in a line of plain text. */
export function readRaisedSigns(text: string, isNote: (mark: string) => boolean = () => false): string {
  if (!RAISED_SIGN.test(text)) return text
  let read = ''
  let at = 0
  for (const { 0: run, index } of text.matchAll(RAISED_RUN)) {
    const plain = [...run].map((sign) => PLAIN[sign] ?? sign).join('')
    read += text.slice(at, index)
    at = index + run.length
    read += raisedText({
      before: read.slice(-40),
      text: plain,
      after: text.slice(at, at + 20),
      note: isNote(plain),
    })
  }
  return read + text.slice(at)
}

/** The mark of a note at the start of a block ("¹ Working days", "1" raised), or null. */
export function noteMark(text: string): string | null {
  const plain = [...text.trim()].map((sign) => PLAIN[sign] ?? sign).join('')
  return NOTE_MARK.exec(plain)?.[1] ?? null
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const PLAIN: Record<string, string> = {
  ...Object.fromEntries([...RAISED].map((sign, digit) => [sign, String(digit)])),
  '⁺': '+',
  '⁻': '-',
  ⁿ: 'n',
}
const SUPERSCRIPT = Object.fromEntries(Object.entries(PLAIN).map(([sign, plain]) => [plain, sign]))
const LOWERED: Record<string, string> = {
  ...Object.fromEntries([...'₀₁₂₃₄₅₆₇₈₉'].map((sign, digit) => [String(digit), sign])),
  '+': '₊',
  '-': '₋',
  '−': '₋',
}
const RAISED_SIGN = /[⁰¹²³⁴-⁹]/
/** Not those that stand in raised brackets already. */
const RAISED_RUN = /(?<![⁽⁰¹²³⁴-⁹⁺⁻,–])[⁺⁻]?[⁰¹²³⁴-⁹]+[⁺⁻]?(?![⁾⁰¹²³⁴-⁹])/g

const superscript = (text: string): string =>
  [...text.replace('−', '-')].map((sign) => SUPERSCRIPT[sign] ?? sign).join('')

/** "1", "[1]", "(a)", "1)", "1,2", "2-4", "i", "12a", "note 3". */
const NOTE_MARK =
  /^[[(]?\s*(?:notes?\s+|fn\.?\s*)?((?:\d{1,3}[a-z]?|[a-z]|[ivx]{1,4})(?:\s*[,;–-]\s*(?:\d{1,3}|[a-z]))*)\s*[\])]?[.:]?$/i

const noteOf = (mark: string): string => `⁽${superscript(mark.replace(/\s+/g, '').replace(/[-–]/g, '–'))}⁾`

const TRADEMARKS: Record<string, string> = {
  TM: '™',
  '(TM)': '™',
  SM: '℠',
  R: '®',
  '(R)': '®',
  '®': '®',
  '™': '™',
}

const isFraction = (raised: string, after: string) =>
  /^\d{1,2}$/.test(raised) && /^\s*[/⁄]\s*[\d₀-₉]/.test(after)

const numberBefore = (before: string): string | null => /(?:^|[^\d])(\d+)$/.exec(before)?.[1] ?? null

/** The number at the end with its groups and what stands right before it: "only US$ 1,299". */
const wholeNumberEnd = (before: string): string => /\S*\s?\S*$/.exec(before)?.[0] ?? ''

const CURRENCY = String.raw`(?:\p{Sc}|\b(?:USD|EUR|GBP|CHF|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|RON|JPY|INR|BRL|MXN|ZAR|Fr\.?|kr\.?|Euro?s?|dollars?|pounds?|zł|Kč|Ft|lei)(?!\p{L}))`
const CURRENCY_BEFORE = new RegExp(String.raw`${CURRENCY}\s?[\d.,'’\s]*\d$`, 'iu')
const CURRENCY_AFTER = new RegExp(String.raw`^\s?${CURRENCY}`, 'iu')
/** A number that has its decimals already takes no others. */
const HAS_DECIMALS = /\d[.,]\d{1,2}$/

const isPrice = (whole: string, after: string): boolean =>
  !HAS_DECIMALS.test(whole) && (CURRENCY_BEFORE.test(whole) || CURRENCY_AFTER.test(after))

/** Notes are not numbered "00", and hardly beyond fifty. */
const NO_NOTE = /^(?:0|[5-9])/

/** "1.299" has its groups parted by a full stop, so its decimals are parted by a comma. */
const decimalSign = (whole: string) => (/\d\.\d{3}$/.test(whole) ? ',' : '.')

interface Clock {
  number: string
  minutes: string
  before: string
  after: string
}

/** "9³⁰ Uhr", "8⁰⁰ – 17³⁰": hours with raised minutes, where something else says so. */
const isClock = ({ number, minutes, before, after }: Clock): boolean =>
  Number(number) <= 24 &&
  Number(minutes) < 60 &&
  (/^\s*(?:uhr|h\b|hrs?\b|[ap]\.?m\b|o['’]clock)/i.test(after) ||
    /^\s*(?:[–-]|to|bis|until|till|à|a|tot)\s*\d{1,2}(?:[⁰¹²³⁴-⁹]{2}|[0-5]\d\b)/i.test(after) ||
    /\d{1,2}:[0-5]\d\s*(?:[–-]|to|bis|until|till|à|a|tot)\s*\d{1,2}$/i.test(before))

/** Units of which there are squares and cubes, single letters, and ten. A charge ("Ca²⁺") is raised as well. */
const POWER_BASE =
  /(?:^|[^\p{L}\d])(?:[kcdmµμnhM]?m|ft|in|yd|mi|inch(?:es)?|f(?:oo|ee)t|yards?|miles?|(?:kilo|centi|milli|deci)?met(?:er|re)s?|Meter|s|sec|h|min|kg|ha|[b-zB-HJ-Z]|mc|px)$/u
const UNIT_AFTER_NUMBER = /\d\s?(?:[kcdmµμnh]?m|ft|in|yd|mi)$/u
const TEN = /(?:^|[^\d.,])10$/

function isPower(before: string, raised: string): boolean {
  if (/^\d?[+−-]$/.test(raised)) return /\p{L}$/u.test(before)
  if (!/^[-−+]?\d{1,3}$/.test(raised)) return raised === 'n' && /\d$/.test(before)
  if (TEN.test(before) && !CURRENCY_BEFORE.test(before)) return /^[-−]/.test(raised) || Number(raised) > 2
  if (!/^[-−+]?[1-9]$/.test(raised)) return false
  if (/^[-−]/.test(raised)) return /[\p{L}\d)]$/u.test(before)
  return (
    (raised === '1' ? false : POWER_BASE.test(before)) ||
    (/[23]/.test(raised) && UNIT_AFTER_NUMBER.test(before))
  )
}

/** Ordinals and abbreviations belong to what they follow ("1st", "Mme"); other words stand apart. */
function wordsRaised(before: string, raised: string): string {
  if (!/^\p{L}/u.test(raised) || !/[\p{L}\d]$/u.test(before)) return raised
  const ordinal = /^(?:st|nd|rd|th|er|re|ère|e|ème|me|nde?|o|os|a|as|º|ª|te|ter|de|ste)$/iu.test(raised)
  return ordinal || /(?:^|[^\p{L}])\p{L}$/u.test(before) ? raised : ` ${raised}`
}

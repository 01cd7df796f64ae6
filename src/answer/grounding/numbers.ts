/** The numbers in a text, in digits or in words of the four languages, as values. “1.500” and “1,500” are the same. */
export const numbersOf = (text: string): Set<number> => new Set([...digitsIn(text), ...wordsIn(text)])

const digitsIn = (text: string): number[] =>
  Array.from(text.matchAll(/\d+(?:[.,'’]\d+)*/g), ([digits]) => {
    if (/^\d{1,3}(?:[.,'’]\d{3})+$/.test(digits)) return Number(digits.replace(/\D/g, ''))
    const [whole = '', ...parts] = digits.split(/[.,'’]/)
    const last = parts.pop()
    return last === undefined ? Number(whole) : Number(`${whole}${parts.join('')}.${last}`)
  })

const wordsIn = (text: string): number[] =>
  Array.from(text.toLowerCase().matchAll(/\p{L}+/gu), ([word]) => VALUES.get(word)).filter(
    (value) => value !== undefined,
  )

/** From two on: “one” is an article in most of these languages. */
const WORDS: readonly (readonly [number, string])[] = [
  [2, 'two twice zwei deux dos'],
  [3, 'three drei trois tres'],
  [4, 'four vier quatre cuatro'],
  [5, 'five fünf cinq cinco'],
  [6, 'six sechs seis'],
  [7, 'seven sieben sept siete'],
  [8, 'eight acht huit ocho'],
  [9, 'nine neun neuf nueve'],
  [10, 'ten zehn dix diez'],
  [11, 'eleven elf onze once'],
  [12, 'twelve zwölf douze doce'],
  [14, 'fourteen vierzehn quatorze catorce'],
  [15, 'fifteen fünfzehn quinze quince'],
  [20, 'twenty zwanzig vingt veinte'],
  [30, 'thirty dreißig dreissig trente treinta'],
  [40, 'forty vierzig quarante cuarenta'],
  [50, 'fifty fünfzig cinquante cincuenta'],
  [60, 'sixty sechzig soixante sesenta'],
  [90, 'ninety neunzig noventa'],
  [100, 'hundred hundert cent cien'],
  [1_000, 'thousand tausend mille mil'],
]
const VALUES = new Map(
  WORDS.flatMap(([value, words]) => words.split(' ').map((word) => [word, value] as const)),
)

/** A number as the formats of Word's lists write it (ECMA-376, ST_NumberFormat). */
export function formatCount(count: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letters(count)
    case 'upperLetter':
      return letters(count).toUpperCase()
    case 'lowerRoman':
      return roman(count)
    case 'upperRoman':
      return roman(count).toUpperCase()
    case 'decimalZero':
      return String(count).padStart(2, '0')
    case 'ordinal':
      return `${count}${ORDINALS[new Intl.PluralRules('en', { type: 'ordinal' }).select(count)] ?? 'th'}`
    case 'none':
      return ''
    case 'decimalEnclosedCircle':
      return count >= 1 && count <= 20 ? String.fromCodePoint(0x2460 + count - 1) : String(count)
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'ideographDigital':
    case 'japaneseCounting':
    case 'taiwaneseCountingThousand':
      return ideographs(count)
    default:
      return String(count)
  }
}

/** a to z, then aa, bb: as Word counts. */
const letters = (count: number) =>
  count < 1 || count > 780
    ? String(count)
    : String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.ceil(count / 26))

const ROMAN =
  'm 1000 cm 900 d 500 cd 400 c 100 xc 90 l 50 xl 40 x 10 ix 9 v 5 iv 4 i 1'.match(/[a-z]+ \d+/g) ?? []

function roman(count: number): string {
  if (count < 1 || count > 3999) return String(count)
  let [left, text] = [count, '']
  for (const [sign = '', value] of ROMAN.map((pair) => pair.split(' '))) {
    while (left >= Number(value)) {
      text += sign
      left -= Number(value)
    }
  }
  return text
}

const ORDINALS: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' }

const FIGURES = '〇一二三四五六七八九'

function ideographs(count: number): string {
  if (count < 1 || count > 99) return String(count)
  const [tens, ones] = [Math.floor(count / 10), count % 10]
  return `${tens > 1 ? FIGURES[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? FIGURES[ones] : ''}`
}

const RAISED: Record<string, string> = Object.fromEntries(
  [...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((sign, digit) => [String(digit), sign]),
)

/** The mark of a note, in raised brackets so that no number before it grows a digit: "14⁽¹⁾ days". */
export const noteReference = (label: string): string =>
  `⁽${[...label].map((sign) => RAISED[sign] ?? sign).join('')}⁾`

/** What a passage in another language keeps of its score; measured in docs/adr/0010. */
const FOREIGN = 0.7

const languageIn = (locale: string): string => locale.toLowerCase().split(/[-_]/)[0] ?? ''

/**
 * Passages in order, those in the language of the question before equally good ones in another: the same text is often
 * held in several. Where none is in that language, or all are, they stay as they are.
 */
export const ownLanguageFirst = <P extends { locale: string; score: number }>(
  passages: readonly P[],
  locale: string,
): P[] => {
  const own = passages.filter((passage) => languageIn(passage.locale) === languageIn(locale))
  if (own.length === 0 || own.length === passages.length) return [...passages]
  return passages
    .map((passage) =>
      own.includes(passage) ? passage : Object.assign({}, passage, { score: FOREIGN * passage.score }),
    )
    .toSorted((a, b) => b.score - a.score)
}

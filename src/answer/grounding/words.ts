import { analyze, type Language } from '../../retrieval/analyze'

/**
 * The first word of `sentence` that its evidence does not hold, or null: a sentence is made of the words of its
 * evidence, in whatever form, and of the few below that claim nothing by themselves. What is not, not, only or before is
 * not among them.
 */
export const strangeWord = (sentence: string, evidence: string, language: Language): string | null => {
  const held = new Set(formsIn(evidence, language))
  const glue = GLUE[language]
  return (
    wordsIn(sentence).find(
      (word) => !glue.has(word) && !held.has(word) && !held.has(stemOf(word, language)),
    ) ?? null
  )
}

/** The stems of a text's words that claim something. */
export const contentOf = (text: string, language: Language): Set<string> =>
  new Set(
    wordsIn(text)
      .filter((word) => !GLUE[language].has(word))
      .map((word) => stemOf(word, language)),
  )

const formsIn = (text: string, language: Language): string[] =>
  wordsIn(text).flatMap((word) => [word, stemOf(word, language)])

/** Words and numbers, without digits' separators: those are compared as values. */
const wordsIn = (text: string): string[] =>
  Array.from(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll('’', "'")
      .matchAll(/\p{L}[\p{L}\p{M}\p{N}]*/gu),
    ([word]) => word,
  )

/** Stop words have no stem there, and stand for themselves. */
const stemOf = (word: string, language: Language): string => analyze(word, language)[0] ?? word

const listed = (words: string) => new Set(words.split(/\s+/))

const GLUE: Record<Language, Set<string>> = {
  en: listed(
    `a an the this that these those it its is are was be been being am do does did have has had having of to in on for
    from with within at as and so also then there here which who your you we our us they them their can will would get
    gets got s d ll re ve please`,
  ),
  de: listed(
    `der die das den dem des ein eine einen einem einer eines dies diese dieser dieses diesen es ist sind war wird werden
    wurde worden sein haben hat habe hatte zu zum zur im in am an auf für von vom mit bei beim und auch so dann dafür
    innerhalb ihr ihre ihren ihrem ihrer ihnen sie du dein deine deinen dir wir uns unser unsere unseren kann können
    kannst bitte dass`,
  ),
  fr: listed(
    `le la les l un une des du de d au aux à en dans pour avec et que qu qui ce c cet cette ces est sont être été sera
    seront il elle ils elles on vous votre vos tu ton ta tes nous notre nos avez a ont avons y se s aussi ainsi peut
    pouvez peux veuillez`,
  ),
  es: listed(
    `el la los las lo un una unos unas de del al a en para con y e que es son ser está están estar ha han haber sido
    usted ustedes su sus tu tus te le les se nos nuestro nuestra nuestros nuestras tiene tienes tienen será serán también
    así puede puedes pueden por favor`,
  ),
}

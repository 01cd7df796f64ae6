import { toString } from 'mdast-util-to-string'
import { parseMarkdown } from '../src/markdown/read'
import type { SourceDocument } from './types'

/** Fewer letters tell no language: a title, a price list. */
const MIN_LETTERS = 60
const MAX_CHARACTERS = 2_000
/** Of the many that the detector knows, those that companies write in; it errs less among fewer. */
const LANGUAGES =
  'en de fr es it pt nl pl sv da no fi cs sk hu ro bg hr sr sl el tr ru uk ar fa he hi ja ko zh th vi et lv lt ca'.split(
    ' ',
  )

/**
 * The language of a text as a locale (`de`), where there is enough of it to tell; null otherwise, and for English, which is
 * what is taken when nothing is known.
 */
export async function detectLanguage(text: string): Promise<string | null> {
  const sample = text.slice(0, MAX_CHARACTERS)
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < (UNSPACED.test(sample) ? MIN_LETTERS / 4 : MIN_LETTERS))
    return null
  const found = (await detector()).detect(sample)
  if (!found.isReliable() || found.language === 'en' || found.language === '') return null
  return found.language === 'no' ? 'nb' : found.language
}

/** Says of documents that name no language which they are written in, all of a file together: its rows are short. */
export async function withLanguage(documents: SourceDocument[]): Promise<SourceDocument[]> {
  const silent = documents.filter(({ metadata }) => !metadata.locale)
  if (silent.length === 0) return documents
  const whole = await detectLanguage(textOf(silent))
  return Promise.all(
    documents.map(async (document) => {
      if (document.metadata.locale) return document
      // A long text speaks for itself, in a file of several languages.
      const own =
        documents.length > 1 && document.markdown.length > 400
          ? await detectLanguage(textOf([document]))
          : null
      const language = own ?? whole
      return language ? { ...document, language } : document
    }),
  )
}

/** Words without formatting, addresses and code. */
function textOf(documents: SourceDocument[]): string {
  let text = ''
  for (const { title, markdown } of documents) {
    if (text.length > MAX_CHARACTERS) break
    const words = toString(parseMarkdown(markdown.slice(0, 2 * MAX_CHARACTERS)), { includeHtml: false })
    text += `${title}\n${words.replace(/https?:\S+|\S+@\S+/g, ' ')}\n`
  }
  return text
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/u

/** Loaded when a text first asks: its n-grams take 50 MB. */
const detector = () => (loaded ??= load())
let loaded: ReturnType<typeof load> | undefined

const load = async () => {
  const { eld } = await import('eld/small')
  const own = eld.newInstance()
  own.setLanguageSubset(LANGUAGES)
  return own
}

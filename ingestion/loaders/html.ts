import { isUtf8 } from 'node:buffer'
import { load } from 'cheerio'
import { LoadError } from '../../src/errors'
import type { Loader } from '../types'
import { byteOrderMark, decodeText } from './decode'
import { readFaqMarkup } from './faqMarkup'
import { splitFaqPage } from './faqPage'
import { splitFrontMatter } from './frontMatter'
import { htmlToMarkdown } from './htmlToMarkdown'
import { stripLiquid } from './liquid'
import { readMetadata } from './metadata'
import { mainContent } from './mainContent'
import { oneLine, splitTitle } from './title'

/** A web page: its main content, without navigation, banners and forms; a list of questions is an FAQ each. Jekyll's front matter is understood. */
export const loadHtml: Loader = async function* ({ key, bytes }) {
  const { fields, body } = splitFrontMatter(decodeHtml(bytes))
  const page = load(stripLiquid(body, fields), { scriptingEnabled: false })
  const heading = oneLine(page('h1').first().text())
  const name = oneLine(page('head > title').first().text())
  const given = typeof fields['title'] === 'string' ? fields['title'] : shorterTitle(name, heading)
  const locale = page('html').attr('lang')
  const declared = readFaqMarkup(page)
  const { title, markdown } = splitTitle({ markdown: htmlToMarkdown(mainContent(page)), given, key })
  const metadata = { ...(locale && { locale }), ...readMetadata(fields) }
  yield* splitFaqPage({ key, title, markdown, metadata, line: 1 }, { declared })
}

/** "Refunds | Acme Shop" over the heading "Refunds" is "Refunds". */
const shorterTitle = (name: string, heading: string) =>
  heading && (!name || name.toLowerCase().includes(heading.toLowerCase())) ? heading : name

/**
 * A page may declare its character set in its first kilobytes. One that declares none and is not UTF-8 is what the HTML
 * standard makes of it, Windows-1252, but only when it reads as Western text throughout.
 */
function decodeHtml(bytes: Uint8Array): string {
  if (byteOrderMark(bytes) || isUtf8(bytes)) return decodeText(bytes)
  const western = decodeAs('windows-1252', bytes)
  const declared = /<meta[^>]+charset=["']?\s*([\w-]+)/i.exec(western.slice(0, 4096))?.[1]
  if (!declared) return isWestern(western) ? newlines(western) : decodeText(bytes)
  if (/^utf-?8$/i.test(declared)) return decodeText(bytes)
  try {
    return newlines(decodeAs(declared, bytes))
  } catch {
    throw new LoadError(
      `The page says its character set is "${declared}", but its bytes are not. Save it as UTF-8.`,
    )
  }
}

/** At least a few accented letters, each alone among ASCII, as in "déjà": other encodings come in runs. */
function isWestern(text: string): boolean {
  const runs = text.match(/[\u0080-\uFFFF]+/g) ?? []
  const plausible = /^[ÀÁÂÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖØÙÚÛÜßàáâäåæçèéêëìíîïñòóôõãöøùúûüœŒ€£§°©®«»¿¡‘’“”–—…•]{1,2}$/
  return runs.length >= 3 && runs.every((run) => plausible.test(run))
}

const newlines = (text: string) => text.replace(/\r\n?/g, '\n')

/** As a stream, because Node 20 decodes Windows-1252 in one go as Latin-1, without € and quotation marks. */
function decodeAs(encoding: string, bytes: Uint8Array): string {
  const decoder = new TextDecoder(encoding, { fatal: true })
  return decoder.decode(bytes, { stream: true }) + decoder.decode()
}

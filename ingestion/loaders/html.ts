import { isUtf8 } from 'node:buffer'
import { type CheerioAPI, load } from 'cheerio'
import { LoadError } from '../../src/errors'
import { Omissions } from '../omissions'
import type { Loader, SourceDocument } from '../types'
import { byteOrderMark, decodeText } from './decode'
import { type FaqData, faqData } from './faqData'
import { readFaqMarkup } from './faqMarkup'
import { isNamedFaq, splitFaqPage } from './faqPage'
import { splitFrontMatter } from './frontMatter'
import { htmlToMarkdown } from './htmlToMarkdown'
import { type Fields, normaliseNames, readFields } from './metadata'
import { withOmissions } from './markdown'
import { mainContent } from './mainContent'
import { rowKeys } from './rowKeys'
import { readRaisedSigns } from './superscript'
import { stripTemplates } from './templates'
import { oneLine, splitTitle } from './title'
import { escapeHtml } from './xml'

/** A web page: its main content, without navigation, banners and forms; a list of questions is an FAQ each. Jekyll's front matter is understood. */
export const loadHtml: Loader = async function* ({ key, bytes, base }) {
  const { fields, body, found } = splitFrontMatter(decodeHtml(bytes))
  const omissions = new Omissions()
  // Without front matter no site generator reads it, and braces are its words.
  const html = found ? stripTemplates(body, { fields, frontMatter: true, omissions }) : body
  const page = load(html, { scriptingEnabled: false })
  const locale = page('html').attr('lang')
  const read = readFields({ ...metaFields(page), ...fields }, { locale, name: key })
  if (read.leftOut) return yield { file: key, omissions: [read.leftOut] }
  omissions.addAll(read.omissions)
  const heading = oneLine(page('h1').first().text())
  const name = oneLine(page('head > title').first().text())
  const given = typeof fields['title'] === 'string' ? fields['title'] : shorterTitle(name, heading)
  const address = baseOf(page, base)
  const data = faqData(page)
  const declared = readFaqMarkup(page)
  const converted = htmlToMarkdown(mainContent(page, omissions), { omissions, base: address })
  const { title, markdown } = splitTitle({ markdown: converted, given: readRaisedSigns(given), key })
  const metadata = { ...(locale && { locale }), ...read.metadata }
  const documents = splitFaqPage(
    { key, title, markdown, metadata, line: 1 },
    { declared: declared || isNamedFaq(heading) || isNamedFaq(name) },
  )
  const asked = onlyInData(data, documents, { key, metadata, base: address })
  const said = documents.filter((document) => asked.length === 0 || /[\p{L}\p{N}]/u.test(document.markdown))
  yield* withOmissions([...said, ...asked], omissions)
}

/** What links are relative to: the page's own `base`, else its address; nothing for a file. */
function baseOf(page: CheerioAPI, location: string | undefined): string | undefined {
  const known = location && /^https?:\/\//i.test(location) ? location : undefined
  const own = page('base[href]').first().attr('href')
  if (!own || !URL.canParse(own, known)) return known
  const address = new URL(own, known)
  return /^https?:$/.test(address.protocol) ? address.href : known
}

/** Who may see a page, where its head says so. */
function metaFields(page: CheerioAPI): Fields {
  const said = page('meta[name][content]')
    .toArray()
    .map((meta) => [page(meta).attr('name') ?? '', page(meta).attr('content') ?? ''] as const)
  return normaliseNames(
    Object.fromEntries(
      said.filter(([name]) =>
        /^(?:audience|visibility|access|classification|draft|confidentiality|restricted)$/i.test(name),
      ),
    ),
  )
}

/** Questions that a page gives to search engines and does not show, an FAQ each. */
function onlyInData(
  data: readonly FaqData[],
  documents: readonly SourceDocument[],
  { key, metadata, base }: { key: string; metadata: SourceDocument['metadata']; base: string | undefined },
): SourceDocument[] {
  const shown = documents
    .map(({ question, markdown }) => plainWords(`${question ?? ''} ${markdown}`))
    .join(' ')
  const keyOf = rowKeys(key)
  for (const { question } of documents) if (question) keyOf({ id: undefined, title: question })
  return data.flatMap(({ question, answer }) => {
    const markdown = htmlToMarkdown(
      /<\w+[^>]*>/.test(answer) ? answer : escapeHtml(answer).replace(/\n/g, '<br>'),
      { base },
    )
    const title = oneLine(load(question, {}, false).text())
    if (!markdown || shown.includes(plainWords(markdown))) return []
    return [{ key: keyOf({ id: undefined, title }), title, question: title, markdown, metadata, line: 1 }]
  })
}

const plainWords = (markdown: string): string =>
  markdown
    .replace(/\]\([^)]*\)/g, ' ')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? ''

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

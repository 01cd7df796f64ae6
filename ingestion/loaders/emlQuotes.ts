import { load } from 'cheerio'
import { mainContent } from './mainContent'

/** What an e-mail's plain text newly says: without quoted lines, the message it answers, and the signature. */
export function newWords(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const end = lines.findIndex((line, i) => SIGNATURE.test(line) || startsOlderMessage(lines, i))
  const own = (end < 0 ? lines : lines.slice(0, end)).filter((line) => !/^\s*>/.test(line))
  // A message that only forwards another is read for what it forwards.
  return own.some((line) => /[\p{L}\p{N}]/u.test(line)) ? own.join('\n') : text.replace(/^[ \t]*(> ?)+/gm, '')
}

/** The same of an HTML message, by the marks that mail programs leave. */
export function newWordsOfHtml(html: string): string {
  const page = load(html, { scriptingEnabled: false })
  const whole = page('body').html() ?? ''
  for (const mark of page(OLDER_FOLLOWS).toArray()) {
    page(mark).nextAll().remove()
    page(mark).remove()
  }
  page(OLDER).remove()
  const left = /[\p{L}\p{N}]/u.test(page('body').text())
  return mainContent(left ? page : load(whole, { scriptingEnabled: false }))
}

/** Markdown up to the head of the message that it answers, unless nothing stands above. */
export function withoutOlder(markdown: string): string {
  const lines = markdown.split('\n')
  const end = lines.findIndex((_, i) => startsOlderMessage(lines, i))
  const own = (end < 0 ? lines : lines.slice(0, end)).join('\n').replace(/\s*^---\s*$\s*$(?![\s\S])/m, '')
  return /[\p{L}\p{N}]/u.test(own) ? own.trim() : markdown
}

/** RFC 3676, section 4.3: two dashes and a space; many programs drop the space. */
const SIGNATURE = /^-- ?$/

/** Outlook writes the older message below a line, with its head. */
const OLDER_FOLLOWS = '#divRplyFwdMsg, #appendonsend, .moz-cite-prefix, .OutlookMessageHeader'

/** Gmail, Apple Mail and Thunderbird, Yahoo, Proton. */
const OLDER =
  '.gmail_quote, .gmail_attr, blockquote[type=cite], .yahoo_quoted, .protonmail_quote, .gmail_signature, .moz-signature, ' +
  '#Signature, [data-smartmail=gmail_signature]'

/** "On Tuesday Ann wrote:" above quoted lines, "--- Original Message ---", or the four lines of an older message's head. */
function startsOlderMessage(lines: string[], i: number): boolean {
  const line = lines[i]?.trim() ?? ''
  if (/^-{2,}\s*(original message|ursprüngliche nachricht|message d'origine)\s*-{2,}$/i.test(line))
    return true
  const two = `${line} ${lines[i + 1]?.trim() ?? ''}`
  const attribution = /^(on|am|le|el)\s.{6,200}?(wrote|schrieb.{0,60}|a écrit|escribió)\s*:$/i
  if (attribution.test(line)) return quotedSoon(lines, i + 1)
  if (!line.endsWith('.') && attribution.test(two.trim())) return quotedSoon(lines, i + 2)
  const head = lines
    .slice(i, i + 5)
    .join('\n')
    .replace(/^[ \t*_]+|[*_]+/gm, '')
  return /^(from|von|de): .+\n(sent|date|gesendet|datum|envoyé|enviado): .+\n(to|cc|subject|an|betreff|à|objet|para|asunto): /i.test(
    head,
  )
}

const quotedSoon = (lines: string[], from: number) =>
  lines.slice(from, from + 3).some((line) => /^\s*>/.test(line))

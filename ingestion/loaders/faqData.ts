import type { CheerioAPI } from 'cheerio'

/** A question that a page gives to search engines, with its answer as HTML. */
export interface FaqData {
  question: string
  answer: string
}

/** The questions in a page's JSON-LD (schema.org's FAQPage and QAPage), wherever in it they stand. */
export function faqData(page: CheerioAPI): FaqData[] {
  const found: FaqData[] = []
  for (const script of page('script[type="application/ld+json"]').toArray())
    collect(parse(page(script).text()), found, 0)
  const seen = new Set<string>()
  return found.filter(({ question }) => !seen.has(question) && Boolean(seen.add(question)))
}

const MAX_DEPTH = 20

function collect(value: unknown, found: FaqData[], depth: number): void {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const each of value) collect(each, found, depth + 1)
    return
  }
  const entry = value as Record<string, unknown>
  const types = [entry['@type']].flat()
  if (types.some((type) => typeof type === 'string' && /(?:^|[/#])Question$/.test(type))) {
    const question = textOf(entry['name'] ?? entry['text'])
    const answer = answerOf(entry['acceptedAnswer'] ?? entry['suggestedAnswer'])
    if (question && answer) found.push({ question, answer })
    return
  }
  for (const each of Object.values(entry)) collect(each, found, depth + 1)
}

const answerOf = (value: unknown): string =>
  [value]
    .flat()
    .map((answer) =>
      typeof answer === 'object' && answer !== null
        ? textOf((answer as Record<string, unknown>)['text'])
        : textOf(answer),
    )
    .find(Boolean) ?? ''

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : Array.isArray(value) ? value.map(textOf).join(' ').trim() : ''

/** Sites write line breaks and tabs into its strings, which JSON does not allow. */
function parse(text: string): unknown {
  const json = text
    .trim()
    .replace(/^<!--|-->$|^\/\*<!\[CDATA\[\*\/|\/\*\]\]>\*\/$/g, '')
    .trim()
  for (const attempt of [json, json.replace(/\p{Cc}+/gu, ' ')])
    try {
      return JSON.parse(attempt)
    } catch {
      continue
    }
  return null
}

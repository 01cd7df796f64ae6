import type { CheerioAPI } from 'cheerio'
import { escapeHtml } from './xml'

/**
 * Makes headings of the questions that a page folds away (`details`, `summary`) or lists (`dl`, `dt`), and says whether
 * the page declares itself a list of questions: by schema.org's FAQPage, or because all that it folds or lists is asked.
 */
export function readFaqMarkup(page: CheerioAPI): boolean {
  const declared = declaresFaq(page)
  if (headMicrodata(page)) return true
  const folded = page('details > summary, dl > dt').toArray()
  const asked = folded.filter((element) => /[?？؟]\s*$/.test(page(element).text().trim()))
  if (asked.length < 3 || asked.length < folded.length * 0.8) return declared
  const level = deepestOutside(page) + 1
  for (const element of asked) {
    page(element).replaceWith(`<h${level}>${escapeHtml(page(element).text())}</h${level}>`)
  }
  page('details, dl, dd').each((_, element) => void page(element).replaceWith(page(element).contents()))
  return true
}

/** Makes headings of the questions that a page marks by schema.org's attributes. */
function headMicrodata(page: CheerioAPI): boolean {
  const questions = page('[itemtype*="schema.org/Question"]').toArray()
  const names = questions.flatMap((question) => page(question).find('[itemprop=name]').first().toArray())
  if (names.length === 0) return false
  const level = Math.min(6, deepestOutside(page) + 1)
  for (const name of names) {
    const inside = page(name).closest('h1, h2, h3, h4, h5, h6')
    if (inside.length > 0 || page(name).find('h1, h2, h3, h4, h5, h6').length > 0) continue
    const wrapper = page(name).parent('summary, dt, button')
    const text = `<h${level}>${escapeHtml(page(name).text().trim())}</h${level}>`
    ;(wrapper.length > 0 ? wrapper : page(name)).replaceWith(text)
  }
  return true
}

function declaresFaq(page: CheerioAPI): boolean {
  if (page('[itemtype*="schema.org/FAQPage"]').length > 0) return true
  return page('script[type="application/ld+json"]')
    .toArray()
    .some((script) => /"@type"\s*:\s*(\[[^\]]*)?"FAQPage"/.test(page(script).text()))
}

/** The deepest level of the headings outside the list. */
function deepestOutside(page: CheerioAPI): number {
  const levels = page('h1, h2, h3, h4, h5')
    .filter((_, heading) => page(heading).closest('details, dl').length === 0)
    .toArray()
    .map((heading) => Number(heading.name.slice(1)))
  return Math.max(1, ...levels)
}

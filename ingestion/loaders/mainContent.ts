import type { CheerioAPI } from 'cheerio'
import { removeFurniture } from './pageFurniture'

/** Keeps what a reader came for. Changes the page given; returns HTML. */
export function mainContent(page: CheerioAPI): string {
  // Inside a sentence it holds what a script would have written (an address hidden from robots), else "Turn on JavaScript".
  page('p noscript, li noscript, td noscript').each(
    (_, element) => void page(element).replaceWith(page(element).text()),
  )
  page(NEVER_READ).remove()
  removeFurniture(page)
  const all = page('body').text().length
  // Some sites wrap the whole page in a form, or their text in a <header>.
  for (const element of page(AROUND_THE_TEXT).toArray()) {
    if (page(element).text().length < all * MOST_OF_THE_PAGE) page(element).remove()
  }
  page('header')
    .filter((_, header) => page(header).closest('main, article').length === 0)
    .remove()
  const left = page('body').text().trim().length
  for (const selector of ['main', '[role=main]', 'article']) {
    const found = page(selector)
    if (found.length === 1 && found.text().trim().length > left * ENOUGH_OF_THE_PAGE)
      return found.html() ?? ''
  }
  return page('body').html() ?? ''
}

const MOST_OF_THE_PAGE = 0.6
const ENOUGH_OF_THE_PAGE = 0.3

const NEVER_READ =
  'script, style, noscript, template, iframe, object, embed, svg, canvas, video, audio, button, input, select, textarea, ' +
  'dialog, [hidden], [aria-hidden=true], [style*="display:none"], [style*="display: none"]'

const AROUND_THE_TEXT =
  'nav, footer, aside, form, [role=navigation], [role=banner], [role=contentinfo], [role=search], ' +
  '[role=complementary], [role=dialog], [role=alertdialog]'

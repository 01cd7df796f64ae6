import type { CheerioAPI } from 'cheerio'
import { Omissions } from '../omissions'
import { removeFurniture } from './pageFurniture'
import { HIDDEN, unfold } from './unfold'

/** Keeps what a reader came for, and counts what it takes out. Changes the page given; returns HTML. */
export function mainContent(page: CheerioAPI, omissions = new Omissions()): string {
  // Inside a sentence it holds what a script would have written (an address hidden from robots), else "Turn on JavaScript".
  page('p noscript, li noscript, td noscript').each(
    (_, element) => void page(element).replaceWith(page(element).text()),
  )
  unfold(page)
  countOmissions(page, omissions)
  page(`${NEVER_READ}, ${HIDDEN}`)
    .filter((_, element) => !isResponsive(page(element).attr('class') ?? ''))
    .remove()
  page(NEVER_READ).remove()
  const before = page('body').text().length
  removeFurniture(page)
  const all = page('body').text().length
  // Some sites wrap the whole page in a form, or their text in a <header>.
  for (const element of page(AROUND_THE_TEXT).toArray()) {
    if (page(element).text().length < all * MOST_OF_THE_PAGE) page(element).remove()
  }
  page('header')
    .filter((_, header) => page(header).closest('main, article').length === 0)
    .remove()
  if (page('body').text().length < before) omissions.add('page_furniture')
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
  'dialog'

/** "hidden md:block", "d-none d-lg-block": it is hidden on small screens alone. */
const isResponsive = (classes: string): boolean =>
  /(?:^|\s)(?:(?:sm|md|lg|xl|2xl):|d-(?:sm|md|lg|xl|xxl)-)/.test(classes)

/** What is hidden and nobody can open, what is said to the writer alone, and what no text can hold. */
function countOmissions(page: CheerioAPI, omissions: Omissions): void {
  for (const element of page(HIDDEN).not('svg, svg *, script, style, i, span:empty').toArray()) {
    const block = page(element)
    if (isResponsive(block.attr('class') ?? '') || block.parents(HIDDEN).length > 0) continue
    const text = block.clone().find('script, style, template').remove().end().text().trim()
    if (/[\p{L}\p{N}]/u.test(text)) omissions.add('hidden_text', text)
  }
  for (const media of page('iframe, object, embed, video, audio, canvas').toArray())
    omissions.add('embedded_media', page(media).attr('title') ?? page(media).attr('src') ?? '')
  omissions.add('forms', '', page('input:not([type=hidden]), select, textarea').length)
  page('body *')
    .add('body')
    .contents()
    .each((_, node) => {
      if (
        node.type === 'comment' &&
        /\p{L}{2}/u.test(node.data) &&
        !/^\s*\[if\b|^\s*<!\[endif/.test(node.data)
      )
        omissions.add('comments', node.data)
    })
}

const AROUND_THE_TEXT =
  'nav, footer, aside, form, [role=navigation], [role=banner], [role=contentinfo], [role=search], ' +
  '[role=complementary], [role=dialog], [role=alertdialog]'

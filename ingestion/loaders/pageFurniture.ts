import type { CheerioAPI } from 'cheerio'

/**
 * Takes out what stands round a page's text without saying so in its tags: menus, paths of links ("Home > Help >
 * Refunds"), buttons to share, banners about cookies. Each is short beside the page, so that a page of links stays.
 */
export function removeFurniture(page: CheerioAPI): void {
  removeCookieBanners(page)
  const all = page('body').text().length
  const isSmall = (text: string) => text.length < Math.min(1_500, all * SMALL_SHARE)
  for (const element of page(NAMED).toArray()) {
    const block = page(element)
    if (isSmall(block.text()) && block.find('h1').length === 0) block.remove()
  }
  const aboveTheText = elementsAboveTheText(page)
  for (const element of page('div, p, ul, ol, td, center, section, span').toArray()) {
    const block = page(element)
    const text = oneSpace(block.text())
    if (!isSmall(text)) continue
    const links = block
      .find('a')
      .toArray()
      .map((link) => oneSpace(page(link).text()))
    // A list of links below a heading may be what the page is about.
    const isListOfText = block.find('li').length > 0 && !aboveTheText.has(element)
    if (isPath(text, links) || (!isListOfText && isMenu(text, links))) block.remove()
  }
}

/** What stands before the first heading, where menus do. */
function elementsAboveTheText(page: CheerioAPI): Set<unknown> {
  const all = page('body *').toArray()
  const first = all.findIndex(({ name }) => /^h[1-6]$/.test(name))
  return new Set(all.slice(0, Math.max(0, first)))
}

const SMALL_SHARE = 1 / 3

/** Names that site builders give to these parts (Bootstrap, WordPress, Drupal, Docusaurus, Zendesk). */
const NAMED = [
  '[class~=breadcrumb]',
  '[class~=breadcrumbs]',
  '[id=breadcrumb]',
  '[id=breadcrumbs]',
  '[aria-label=breadcrumb i]',
  '[aria-label=breadcrumbs i]',
  '[class~=share]',
  '[class~=sharing]',
  '[class~=social]',
  '[class*=social-share i]',
  '[class*=share-button i]',
  '[class*=sharedaddy]',
  '[class*=addtoany i]',
  '[class~=social-links]',
  '[class~=skip-link]',
  '[class~=skip-to-content]',
  '[class~=pagination]',
  '[class~=pager]',
  '[class~=edit-this-page]',
  '[class*=newsletter-signup i]',
  '[class~=article-votes]',
].join(', ')

/** "Home > Help > Refunds": links with arrows between them, and at most a few words after the last. */
function isPath(text: string, links: string[]): boolean {
  if (links.length < 2) return false
  const rest = withoutEach(text, links)
  return /^\s*(?:(?:->|[>›»→])\s*)+[^>›»→.?!]{0,80}$/.test(rest) && text.length < 250
}

/** Many short links and nothing else. */
const isMenu = (text: string, links: string[]) =>
  links.length >= 4 &&
  links.every((link) => link.length <= 40) &&
  withoutEach(text, links).replace(/[\s|·•/–-]/g, '') === ''

const withoutEach = (text: string, links: string[]) =>
  links.reduce((left, link) => (link ? left.replace(link, ' ') : left), text)

const oneSpace = (text: string) => text.replace(/\s+/g, ' ').trim()

/** A banner speaks of cookies, is short and has no heading of the first rank; a page about cookies is neither. */
function removeCookieBanners(page: CheerioAPI): void {
  for (const element of page(
    '[id*=cookie i], [class*=cookie i], [id*=consent i], [class*=consent i]',
  ).toArray()) {
    const banner = page(element)
    const small = banner.text().length < Math.min(1_500, page('body').text().length * SMALL_SHARE)
    if (small && banner.find('h1').length === 0 && /cookie|consent/i.test(banner.text())) banner.remove()
  }
}

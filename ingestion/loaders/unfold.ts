import type { CheerioAPI } from 'cheerio'

type Element = Parameters<CheerioAPI>[0]

/** What hides an element by itself. */
export const HIDDEN =
  '[hidden], [aria-hidden=true], [style*="display:none" i], [style*="display: none" i], [style*="visibility:hidden" i], ' +
  '[style*="visibility: hidden" i], [style*="mso-hide:all" i], [style*="mso-hide: all" i], .hidden, .d-none, .is-hidden, .invisible'

const CONTROLS =
  'button, summary, a[href^="#"], label[for], option, input[type=radio], input[type=checkbox], [role=tab], [role=button], ' +
  '[role=switch], [aria-controls], [data-target], [data-bs-target], [data-toggle], [data-bs-toggle], [data-tab], [onclick]'

/** Parts of a page that are no text of it, whoever opens them. */
const NO_TEXT =
  /(?:^|[\s_-])(?:nav|navbar|menu|dropdown|offcanvas|drawer|sidebar|modal|dialog|popup|popover|tooltip|toast|lightbox|cookie\w*|consent|search\w*|cart|login|newsletter)(?:$|[\s_-])/i
const NO_TEXT_TAGS =
  'nav, header, footer, dialog, [role=navigation], [role=dialog], [role=alertdialog], [role=menu], [role=menubar], [role=search], [role=tooltip]'

/**
 * Opens what a page only folds away: panels of accordions and tabs, prices behind a switch, more text in a template that a
 * control names. What no control names stays hidden, and so do menus and dialogs. Changes the page given.
 */
export function unfold(page: CheerioAPI): void {
  const named = namesGivenByControls(page)
  for (const template of page('template').toArray())
    if (isNamed(page, template, named))
      page(template).replaceWith(`<div>${page(template).html() ?? ''}</div>`)
  for (const element of page(`${HIDDEN}, [role=tabpanel]`).toArray())
    if (isTabPanel(page, element) || isNamed(page, element, named)) show(page, element)
  for (const control of page('button, [role=button], [role=tab]').toArray()) sayControl(page, control)
  page('details > summary').each((_, summary) => {
    const inner = page(summary)
    if (inner.find('h1, h2, h3, h4, h5, h6').length > 0) inner.replaceWith(inner.contents())
    else inner.replaceWith(`<p><strong>${inner.html() ?? ''}</strong></p>`)
  })
}

const isTabPanel = (page: CheerioAPI, element: Element): boolean =>
  page(element).is('[role=tabpanel], .tab-pane, [itemprop=acceptedAnswer], [itemprop=acceptedAnswer] *') &&
  !isNoText(page, element)

/** Words that stand in such attributes and name nothing. */
const GENERIC =
  /^(?:collapse|tab|pill|modal|dropdown|tooltip|true|false|button|submit|toggle|on|off|click|active|open|close|show|hide|hidden|\d{1,2}|_?)$/i

/** Each id, class or name that a control gives in whatever attribute ("#a1", ".yearly", data-plan="yearly"). */
function namesGivenByControls(page: CheerioAPI): ReadonlySet<string> {
  const names = new Set<string>()
  for (const control of page(CONTROLS).toArray()) {
    if (page(control).closest(NO_TEXT_TAGS).length > 0) continue
    const attributes = page(control).attr() ?? {}
    for (const [attribute, value] of Object.entries(attributes)) {
      if (!/^(?:aria-controls|aria-owns|href|for|value|onclick|data-[\w-]+)$/.test(attribute)) continue
      for (const name of value.match(/[\w-]+/g) ?? [])
        if (name.length > 1 && !GENERIC.test(name)) names.add(name.toLowerCase())
    }
    // A panel may say by itself which control it belongs to.
    if (attributes['id']) names.add(attributes['id'].toLowerCase())
  }
  return names
}

function isNamed(page: CheerioAPI, element: Element, named: ReadonlySet<string>): boolean {
  if (isNoText(page, element)) return false
  const attributes = page(element).attr() ?? {}
  const own = Object.entries(attributes).flatMap(([attribute, value]) => {
    if (attribute === 'class') return value.split(/\s+/)
    return /^(?:id|aria-labelledby|data-[\w-]+)$/.test(attribute) ? [value] : []
  })
  return own.some((name) => name.length > 1 && !GENERIC.test(name) && named.has(name.trim().toLowerCase()))
}

function isNoText(page: CheerioAPI, element: Element): boolean {
  const block = page(element)
  const name = `${block.attr('id') ?? ''} ${block.attr('class') ?? ''}`
  return (
    NO_TEXT.test(name) ||
    block.is(NO_TEXT_TAGS) ||
    block.closest('nav, dialog, [role=navigation], [role=dialog]').length > 0
  )
}

function show(page: CheerioAPI, element: Element): void {
  const block = page(element)
  block.removeAttr('hidden').removeAttr('aria-hidden')
  block.removeClass('hidden d-none is-hidden invisible')
  const style = block.attr('style')
  if (style) block.attr('style', style.replace(/(?:display|visibility)\s*:\s*(?:none|hidden)\s*;?/gi, ''))
}

/** "Show more", in a few languages: it says nothing of what it opens. */
const SAYS_NOTHING =
  /^(?:(?:show|read|view|see|load|learn) (?:more|less|all)|more|less|expand(?: all)?|collapse(?: all)?|open|close|toggle|next|previous|[+×x−–-]|mehr(?: anzeigen)?|weniger|voir plus|ver más|copy|print|menu)$/i

/** A control that opens a panel is the title of it; any other button is a button. */
function sayControl(page: CheerioAPI, control: Element): void {
  const button = page(control)
  const opens =
    button.is(
      '[aria-controls], [aria-expanded], [data-target], [data-bs-target], [data-toggle=collapse], [data-bs-toggle=collapse], [role=tab]',
    ) ||
    button.closest('h1, h2, h3, h4, h5, h6, dt, summary, [itemprop=name]').length > 0 ||
    /accordion|faq|question|toggle-title|collaps/i.test(button.attr('class') ?? '')
  const text = button.text().replace(/\s+/g, ' ').trim()
  if (!opens || !text || SAYS_NOTHING.test(text) || isNoText(page, control)) return
  if (button.closest(NO_TEXT_TAGS).length > 0) return
  const inHeading = button.closest('h1, h2, h3, h4, h5, h6, dt, summary, [itemprop=name]').length > 0
  button.find('svg, i, [aria-hidden=true]').remove()
  if (inHeading) button.replaceWith(button.contents())
  else if (button.is('[role=tab]')) button.remove()
  else button.replaceWith(`<h${levelFor(page, control)}>${button.html() ?? ''}</h${levelFor(page, control)}>`)
}

/** One below the last heading outside the list of panels. */
function levelFor(page: CheerioAPI, control: Element): number {
  const before = page(control).parents().prevAll('h1, h2, h3, h4, h5').first()
  const above = before.length > 0 ? Number(before.prop('tagName')?.slice(1)) : page('h1').length > 0 ? 1 : 1
  return Math.min(6, above + 1)
}

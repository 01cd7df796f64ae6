import { gfm } from '@joplin/turndown-plugin-gfm'
import { type CheerioAPI, load } from 'cheerio'
import TurndownService from 'turndown'
import { Omissions } from '../omissions'
import { wholeAddress } from './addresses'
import { readRaised } from './raisedHtml'
import { escapeTags } from './text'
import { putTables, takeTables } from './tables'

export interface HtmlReading {
  /** Counts what is left out. */
  omissions?: Omissions
  /** What links are relative to. */
  base?: string | undefined
}

/** HTML to GitHub's Markdown. Images leave their alternative text, because their files do not come along. */
export function htmlToMarkdown(
  html: string,
  { omissions = new Omissions(), base }: HtmlReading = {},
): string {
  const service = turndown(omissions, base)
  const page = tidy(html)
  readRaised(page)
  const tables = takeTables(page, (cell) =>
    /[<&\\`*_[\]#~]/.test(cell) ? service.turndown(cell) : cell.trim(),
  )
  const markdown = batchesOf(page).map((batch) => service.turndown(batch).trim())
  return putTables(markdown.filter(Boolean).join('\n\n'), tables)
    .replace(/[\u200B\uFEFF]/g, '')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/**
 * The page in pieces of a bounded number of blocks, because Turndown's time grows with the square of them. Cut only
 * before a block; wrappers round the whole are opened.
 */
function batchesOf(page: CheerioAPI): string[] {
  const batches: string[] = []
  let [html, blocks] = ['', 0]
  const cut = () => {
    batches.push(html)
    ;[html, blocks] = ['', 0]
  }
  const visit = (node: ReturnType<typeof topLevel>[number]) => {
    const name = 'name' in node ? node.name : ''
    if (WRAPPERS.has(name) && page(node).find('*').length > BATCH_BLOCKS) {
      cut()
      page(node)
        .contents()
        .each((_, child) => visit(child))
      return cut()
    }
    if (BLOCKS.has(name) && ++blocks > BATCH_BLOCKS) cut()
    html += page.html(node)
  }
  topLevel(page).forEach(visit)
  cut()
  return batches
}

const topLevel = (page: CheerioAPI) => page('body').contents().toArray()

const BATCH_BLOCKS = 200
const WRAPPERS = new Set(['div', 'section', 'article', 'main', 'center', 'body'])
const BLOCKS = new Set('p div section article h1 h2 h3 h4 h5 h6 ul ol pre blockquote hr table dl'.split(' '))

/** Mends what no Markdown can say: empty headings, line breaks for paragraphs, links round whole blocks. */
function tidy(html: string): CheerioAPI {
  const spaced = html
    .replace(/&nbsp;|&#160;|&#xa0;|\u00A0/gi, ' ')
    .replace(/(?:<br\s*\/?>\s*){2,}/gi, '<p></p>')
  // As a document: cheerio takes time with the square of a fragment's top-level nodes.
  const page = load(`<body>${spaced}`)
  page('h1 br, h2 br, h3 br, h4 br, h5 br, h6 br').replaceWith(' ')
  page('h1, h2, h3, h4, h5, h6')
    .filter((_, heading) => page(heading).text().trim() === '')
    .remove()
  for (const link of page('a').has('div, p, h1, h2, h3, h4, h5, h6, ul, ol, table').toArray()) {
    page(link).replaceWith(page(link).contents())
  }
  return page
}

function turndown(omissions: Omissions, base: string | undefined): TurndownService {
  const service = new TurndownService({
    headingStyle: 'atx',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '_',
    hr: '---',
    br: '',
  })
  service.use(gfm)
  const escape = service.escape.bind(service)
  service.escape = (text) => escapeTags(escape(text))
  service.addRule('image', {
    filter: 'img',
    replacement: (_, node) => {
      const alt = ('getAttribute' in node && node.getAttribute('alt')?.trim()) || ''
      const source = ('getAttribute' in node && node.getAttribute('src')) || ''
      omissions.add(alt ? 'images' : 'images_without_alt', alt || source.slice(0, 60))
      return service.escape(alt)
    },
  })
  service.addRule('list item', {
    filter: 'li',
    replacement: (content, node) => {
      const parent = node.parentNode
      const number =
        parent?.nodeName === 'OL'
          ? Array.from(parent.children).indexOf(node as Element) + startOf(parent)
          : null
      const mark = number === null ? '- ' : `${number}. `
      return `${mark}${content.trim().replace(/\n(?=.)/g, `\n${' '.repeat(mark.length)}`)}\n`
    },
  })
  // A link that says nothing (round an icon) or leads to a place on its own page is its text alone.
  service.addRule('idle link', {
    filter: (node) => node.nodeName === 'A' && (!node.textContent?.trim() || !addressOf(node, base)),
    replacement: (content) => content,
  })
  service.addRule('link', {
    filter: (node) =>
      node.nodeName === 'A' && Boolean(node.textContent?.trim()) && addressOf(node, base) !== '',
    replacement: (content, node) => {
      const text = content.trim()
      const [before, after] = [/^\s*/.exec(content)?.[0] ?? '', /\s*$/.exec(content)?.[0] ?? '']
      return text
        ? `${before}[${text.replace(/\n+/g, ' ')}](${linkAddress(addressOf(node as Element, base))})${after}`
        : content
    },
  })
  return service
}

/** Empty for a place on the page itself, and for what nobody can follow. */
const addressOf = (node: Element | HTMLElement, base: string | undefined): string => {
  const href = node.getAttribute('href')?.trim() ?? ''
  return href.startsWith('#') ? '' : wholeAddress(href, base)
}

const linkAddress = (address: string): string => address.replaceAll('(', '%28').replaceAll(')', '%29')

const startOf = (list: ParentNode) =>
  Number(('getAttribute' in list && (list as Element).getAttribute('start')) || 1)

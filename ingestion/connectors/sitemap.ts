import { LoadError } from '../../src/errors'
import { PARSE_LIMITS } from '../parseLimits'
import type { LoadFailure } from '../types'
import { endingOf, extensionOf, inUtf8 } from './contentType'
import { refuseOtherPage } from './otherPage'
import { checkUrl, withoutSecrets } from './publicAddress'
import { type Robots, readRobots } from './robots'
import type { SitemapEntry } from './sitemapXml'
import type { Connector, ConnectorSettings, SourceItem } from './types'
import type { WebPorts } from './web'

const MAX_SITEMAPS = 500
/** The protocol's own limit for one sitemap, decompressed. */
const MAX_SITEMAP_BYTES = 50 * 1024 * 1024

/**
 * The pages that a site lists. `location`: a sitemap or an index of sitemaps, or the site itself, whose robots.txt then
 * names its sitemaps (else it is /sitemap.xml). Only pages and sitemaps of the location's own host are taken. What
 * robots.txt does not allow is listed, and refused when it is fetched. A page's revision is its lastmod.
 */
export const sitemapConnector = (ports: WebPorts): Connector =>
  async function* (location, settings, signal) {
    const start = checkUrl(location, ports.guard)
    const robots = await readRobots(start, { fetch: ports.fetch, signal })
    const visit = { ...ports, settings, signal, robots, host: start.host }
    const pages = new Set<string>()
    for await (const entry of pagesOf(startingPoints(start, robots), visit)) {
      if ('error' in entry) yield entry
      else if (pages.size === settings.maxItems && !pages.has(entry.url.href)) {
        yield {
          file: location,
          error: `${start.host} lists more than ${settings.maxItems} pages; the rest is left out. Give the sitemap of a part of the site.`,
        }
        return
      } else if (!pages.has(entry.url.href)) {
        pages.add(entry.url.href)
        yield toItem(entry, visit)
      }
    }
  }

interface Visit extends WebPorts {
  settings: ConnectorSettings
  signal: AbortSignal
  robots: Robots
  host: string
}

interface Page {
  url: URL
  lastModified: string | undefined
}

function startingPoints(start: URL, { sitemaps }: Robots): URL[] {
  if (start.pathname !== '/') return [start]
  const named = sitemaps.filter((text) => URL.canParse(text, start)).map((text) => new URL(text, start))
  return named.length > 0 ? named : [new URL('/sitemap.xml', start)]
}

/** Goes through the sitemaps, breadth first, each once. The first that cannot be read ends it when there is no other. */
async function* pagesOf(starts: URL[], visit: Visit): AsyncGenerator<Page | LoadFailure> {
  const queue = [...starts]
  const seen = new Set<string>()
  const elsewhere = new Set<string>()
  let taken = 0
  for (let sitemap = queue.shift(); sitemap; sitemap = queue.shift()) {
    if (seen.has(sitemap.href)) continue
    seen.add(sitemap.href)
    try {
      if (seen.size > MAX_SITEMAPS)
        throw new LoadError(`The site has more than ${MAX_SITEMAPS} sitemaps; this one is left out.`)
      const { pages, sitemaps } = await readSitemap(sitemap, visit)
      queue.push(...sitemaps.map(({ url }) => url))
      for (const page of pages) {
        if (page.url.host !== visit.host) elsewhere.add(page.url.host)
        else {
          taken += 1
          yield page
        }
      }
    } catch (error) {
      if (!(error instanceof LoadError) || (starts.length === 1 && seen.size === 1)) throw error
      yield { file: withoutSecrets(sitemap), error: error.message }
    }
  }
  if (taken === 0 && elsewhere.size > 0) {
    throw new LoadError(
      `The sitemap lists pages of ${[...elsewhere].slice(0, 3).join(', ')} alone, not of ${visit.host}. Give that site's address.`,
    )
  }
}

async function readSitemap(sitemap: URL, { fetch, pace, robots, host, settings, signal }: Visit) {
  if (sitemap.host !== host) {
    throw new LoadError(`The sitemap is on ${sitemap.host}, not on ${host}. Add it as a source of its own.`)
  }
  const { bytes } = await pace(() => fetch(sitemap, { maxBytes: MAX_SITEMAP_BYTES, signal }), {
    host,
    delayMs: robots.delayMs,
    signal,
  })
  const found: Record<SitemapEntry['kind'], Page[]> = { pages: [], sitemaps: [] }
  const parsing = settings.sandbox.run(
    'sitemap',
    { url: sitemap.href, maxBytes: MAX_SITEMAP_BYTES },
    { bytes, limits: PARSE_LIMITS, signal },
  )
  for await (const { kind, url, lastModified } of parsing)
    found[kind].push({ url: new URL(url), lastModified })
  return found
}

function toItem({ url, lastModified }: Page, visit: Visit): SourceItem {
  const extension = endingOf(url) || '.html'
  return {
    key: url.href,
    location: url.href,
    base: url.href,
    extension,
    ...(isTelling(lastModified) && { revision: lastModified }),
    fetch: (signal) => fetchPage(url, { ...visit, signal, extension }),
  }
}

/** A day alone does not tell whether a page changed again on that day: until it is over everywhere, it is read again. */
const isTelling = (lastModified: string | undefined, now = Date.now()): lastModified is string => {
  if (!lastModified) return false
  const day = /^(\d{4}-\d{2}-\d{2})$/.exec(lastModified)?.[1]
  return !day || now > Date.parse(`${day}T00:00:00Z`) + LONGEST_DAY_MS
}

/** From where a day begins first to where it ends last. */
const LONGEST_DAY_MS = 38 * 3_600_000

async function fetchPage(
  url: URL,
  { fetch, pace, robots, host, settings, signal, extension }: Visit & { extension: string },
) {
  const refused = robots.refusal(url)
  if (refused) throw new LoadError(refused)
  const fetched = await pace(() => fetch(url, { maxBytes: settings.maxBytes, signal }), {
    host,
    delayMs: robots.delayMs,
    signal,
  })
  const found = extensionOf(fetched)
  if (found !== extension && !(found === '.html' && extension === '.htm')) {
    throw new LoadError(
      `${withoutSecrets(url)} is ${found} though its address does not say so. Add it as a source of its own.`,
    )
  }
  if (found === '.html') refuseOtherPage({ asked: url, ...fetched })
  return inUtf8(fetched)
}

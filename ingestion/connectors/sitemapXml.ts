import { gunzipSync } from 'node:zlib'
import { LoadError } from '../../src/errors'
import { parseXml } from '../loaders/xml'
import { withoutSecrets } from './publicAddress'

/** A page that a sitemap lists, or a sitemap that an index lists. */
export interface SitemapEntry {
  kind: 'pages' | 'sitemaps'
  /** Absolute, without a fragment. */
  url: string
  lastModified: string | undefined
}

/**
 * Reads a sitemap or an index of sitemaps (sitemaps.org), compressed or not. Addresses that are none are passed over.
 * @throws {LoadError} when it is neither, or larger than `maxBytes` when decompressed.
 */
export function* parseSitemap({
  bytes,
  url,
  maxBytes,
}: {
  bytes: Uint8Array
  url: URL
  maxBytes: number
}): Generator<SitemapEntry> {
  const xml = parseXml(new TextDecoder().decode(decompressed({ bytes, url, maxBytes })))
  const root = xml.root().children().first().prop('tagName')?.toLowerCase()
  if (root !== 'urlset' && root !== 'sitemapindex') {
    throw new LoadError(`${withoutSecrets(url)} is not a sitemap: it is no XML of sitemaps.org.`)
  }
  const kind = root === 'urlset' ? 'pages' : 'sitemaps'
  for (const element of xml(kind === 'pages' ? 'urlset > url' : 'sitemapindex > sitemap').toArray()) {
    const location = xml(element).children('loc').first().text().trim()
    if (!location || !URL.canParse(location, url)) continue
    const target = new URL(location, url)
    target.hash = ''
    const lastModified = xml(element).children('lastmod').first().text().trim() || undefined
    yield { kind, url: target.href, lastModified }
  }
}

function decompressed({ bytes, url, maxBytes }: { bytes: Uint8Array; url: URL; maxBytes: number }) {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: maxBytes })
  } catch (error) {
    const why =
      (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
        ? `larger than ${maxBytes / 1024 / 1024} MB when decompressed`
        : 'damaged'
    throw new LoadError(`The compressed sitemap ${withoutSecrets(url)} is ${why}.`)
  }
}

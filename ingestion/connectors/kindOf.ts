import type { SourceKind } from '../../src/vocabulary'

/** What kind of source a location looks like, where nobody says. Exports cannot be told from folders. */
export function kindOf(location: string): SourceKind {
  if (/^s3:\/\//i.test(location)) return 's3'
  if (/^[\w][\w.-]*@[\w.-]+:/.test(location) || /^https:\/\/[^#?]+\.git(#|$)/i.test(location)) return 'git'
  if (!/^https?:\/\//i.test(location) || !URL.canParse(location)) return 'folder'
  const { hostname, pathname } = new URL(location)
  if (/(^|\.)notion\.(so|site)$/.test(hostname)) return 'notion'
  if (hostname.endsWith('.atlassian.net') && pathname.startsWith('/wiki/spaces/')) return 'confluence'
  return /\/sitemap[^/]*\.xml(\.gz)?$/i.test(pathname) ? 'sitemap' : 'web'
}

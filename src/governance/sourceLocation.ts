import type { SourceKind } from '../vocabulary'

/** Kinds whose connector connects to a host. Every other kind opens files of the server, whatever its location looks like. */
const ADDRESS_KINDS: ReadonlySet<string> = new Set<SourceKind>([
  'web',
  'sitemap',
  'git',
  's3',
  'confluence',
  'notion',
])
const REMOTE = new Set(['http:', 'https:', 's3:', 'ssh:', 'git:'])
/** What a kind takes beside a URL: git's user@host:path, and the id of a page of Notion. */
const WITHOUT_SCHEME: Record<string, RegExp> = {
  git: /^[\w][\w.-]*@[\w.-]+:/,
  notion: /^[\da-f-]{32,36}$/i,
}

/**
 * Whether a source's location is a path of the server. The kind decides, because it chooses what opens the location: an
 * export of a help centre is read from disk even when its location begins with `http:`. An address without a host, with a
 * scheme of no connector, or that is no URL counts as a path, so that what nobody thought of is refused, not read.
 */
export function isServerPath(kind: string, location: string): boolean {
  if (!ADDRESS_KINDS.has(kind)) return true
  if (WITHOUT_SCHEME[kind]?.test(location)) return false
  if (!URL.canParse(location)) return true
  const { protocol, hostname } = new URL(location)
  return !REMOTE.has(protocol) || !/[\p{L}\p{N}]/u.test(hostname)
}

import { z } from 'zod'
import { LoadError } from '../../src/errors'
import { escapeHtml } from '../loaders/xml'
import type { GuardedFetch } from './guardedFetch'
import { checkUrl, type GuardSettings, isAllowedPrivate, withoutSecrets } from './publicAddress'
import type { Connector, ConnectorSettings, SourceItem } from './types'

const PAGE_SIZE = 100
/** A listing's page of JSON; the pages' texts are not in it. */
const MAX_LISTING_BYTES = 10 * 1024 * 1024

/**
 * The current pages of a Confluence space, as HTML with macros rendered. `location`: Cloud,
 * `https://site.atlassian.net/wiki/spaces/KEY`; Data Center, `https://host/display/KEY` or `https://host/spaces/KEY`.
 * A page's revision is its version number. The credentials go to atlassian.net and to hosts that the operator has named
 * (VOUCH_ALLOW_PRIVATE_HOSTS) only, or whoever may name a source could have them sent to a server of theirs.
 */
export const confluenceConnector = ({
  fetch,
  guard,
}: {
  fetch: GuardedFetch
  guard: GuardSettings
}): Connector =>
  async function* (location, settings, signal) {
    const { origin, edition, base, space } = parseSpaceLocation(location, guard)
    const headers = { accept: 'application/json', ...authorization(origin, { edition, settings, guard }) }
    const read = async (url: URL, maxBytes = MAX_LISTING_BYTES) => {
      const { bytes } = await fetch(url, { maxBytes, signal, headers })
      return parseJson(bytes, url)
    }
    let count = 0
    let next: URL | null = await edition.listing({ base, space, read })
    while (next) {
      const url: URL = next
      const { results, _links } = checked(listingSchema, await read(url), url)
      for (const page of results) {
        if (count++ === settings.maxItems) {
          yield {
            file: location,
            error: `The space ${space} has more than ${settings.maxItems} pages; the rest is left out. Raise the limit or split the space.`,
          }
          return
        }
        const restriction = await restrictionOf(page, { base, read })
        yield {
          ...toItem(page, { edition, base, fetch, headers, maxBytes: settings.maxBytes }),
          ...restriction,
        }
      }
      next = _links?.next ? nextPage(_links.next, { base, from: url }) : null
    }
  }

/**
 * A page that only some may read is internal, and so is one of which that cannot be found out. A page inherits what its parents
 * restrict, which Confluence tells of each page by itself: a page below a restricted one is listed only to whom it is open.
 */
async function restrictionOf(
  page: z.infer<typeof pageSchema>,
  { base, read }: { base: URL; read: (url: URL) => Promise<unknown> },
): Promise<Pick<SourceItem, 'metadata' | 'reservations' | 'revision'>> {
  const known = page.restrictions ?? (await askRestrictions(page.id, { base, read }))
  if (known && !isRestricted(known)) return {}
  const kind = known ? ('restricted' as const) : ('restriction_not_understood' as const)
  return {
    metadata: { audience: 'internal' },
    reservations: [{ kind, count: 1, example: page.title }],
    // A restriction that is new must be taken, though the text is as it was.
    ...(known && { revision: `${page.version.number} restricted` }),
  }
}

async function askRestrictions(
  id: string,
  { base, read }: { base: URL; read: (url: URL) => Promise<unknown> },
): Promise<Restrictions | null> {
  try {
    const url = new URL(
      `rest/api/content/${id}/restriction/byOperation/read?expand=restrictions.user,restrictions.group`,
      base,
    )
    return { read: operationSchema.parse(await read(url)) }
  } catch (error) {
    if (error instanceof LoadError || error instanceof z.ZodError) return null
    throw error
  }
}

const isRestricted = ({ read }: Restrictions): boolean =>
  [read.restrictions.user, read.restrictions.group].some((list) => (list?.results.length ?? 0) > 0)

interface Edition {
  /** Where the list of a space's pages begins. */
  listing(space: { base: URL; space: string; read: (url: URL) => Promise<unknown> }): Promise<URL>
  page(base: URL, id: string): URL
  authorization(credentials: { email: string; token: string }): string
}

/** Below `base`, which ends in a slash. */
const CLOUD: Edition = {
  async listing({ base, space, read }) {
    const url = new URL(`api/v2/spaces?keys=${encodeURIComponent(space)}`, base)
    const [found] = checked(spacesSchema, await read(url), url).results
    if (!found)
      throw new LoadError(
        `${base.host} has no space ${space} that Vouch may read. Check its key and CONFLUENCE_TOKEN.`,
      )
    return new URL(`api/v2/spaces/${found.id}/pages?status=current&limit=${PAGE_SIZE}`, base)
  },
  page: (base, id) => new URL(`api/v2/pages/${id}?body-format=export_view`, base),
  authorization: ({ email, token }) => `Basic ${Buffer.from(`${email}:${token}`).toString('base64')}`,
}

const DATA_CENTER: Edition = {
  listing: async ({ base, space }) =>
    new URL(
      `rest/api/content?spaceKey=${encodeURIComponent(space)}&type=page&status=current&expand=version,restrictions.read.restrictions.user,restrictions.read.restrictions.group&limit=${PAGE_SIZE}`,
      base,
    ),
  page: (base, id) => new URL(`rest/api/content/${id}?expand=body.export_view`, base),
  authorization: ({ token }) => `Bearer ${token}`,
}

/** The space that an address names. @throws {LoadError} when it names none. */
export function parseSpaceLocation(location: string, guard: GuardSettings) {
  const url = checkUrl(location, guard)
  const [, context = '', space = ''] = /^(.*?)\/(?:spaces|display)\/([^/]+)/.exec(url.pathname) ?? []
  if (!space) {
    throw new LoadError(
      `${withoutSecrets(url)} names no space. Give its address, such as https://site.atlassian.net/wiki/spaces/KEY.`,
    )
  }
  const edition = url.pathname.startsWith('/wiki/spaces/') ? CLOUD : DATA_CENTER
  return { origin: url, edition, base: new URL(`${context}/`, url.origin), space: decodeURIComponent(space) }
}

interface Asking {
  edition: Edition
  settings: ConnectorSettings
  guard: GuardSettings
}

function authorization(url: URL, { edition, settings, guard }: Asking): { authorization?: string } {
  const { confluence } = settings.credentials
  const trusted =
    (url.protocol === 'https:' && url.hostname.endsWith('.atlassian.net')) || isAllowedPrivate(url, guard)
  return confluence && trusted ? { authorization: edition.authorization(confluence) } : {}
}

const linksSchema = z.object({ next: z.string().optional() }).optional()
const id = z.union([z.string(), z.number()]).transform(String).pipe(z.string().regex(/^\d+$/))
const spacesSchema = z.object({ results: z.array(z.object({ id })) })
const peopleSchema = z.object({ results: z.array(z.unknown()) }).optional()
const operationSchema = z.object({ restrictions: z.object({ user: peopleSchema, group: peopleSchema }) })
const restrictionsSchema = z.object({ read: operationSchema })
type Restrictions = z.infer<typeof restrictionsSchema>
const pageSchema = z.object({
  id,
  title: z.string(),
  version: z.object({ number: z.number() }),
  restrictions: restrictionsSchema.optional().catch(undefined),
  _links: z.object({ webui: z.string() }),
})
const listingSchema = z.object({ results: z.array(pageSchema), _links: linksSchema })
const bodySchema = z.object({ body: z.object({ export_view: z.object({ value: z.string() }) }) })

interface Reading {
  edition: Edition
  base: URL
  fetch: GuardedFetch
  headers: Record<string, string>
  maxBytes: number
}

function toItem(
  page: z.infer<typeof pageSchema>,
  { edition, base, fetch, headers, maxBytes }: Reading,
): SourceItem {
  const { id, title, version, _links: links } = page
  const url = edition.page(base, id)
  return {
    key: id,
    location: new URL(links.webui.replace(/^\//, ''), base).href,
    base: new URL(links.webui.replace(/^\//, ''), base).href,
    extension: '.html',
    revision: String(version.number),
    title,
    async fetch(signal) {
      const { bytes } = await fetch(url, { maxBytes, signal, headers })
      const { body } = checked(bodySchema, parseJson(bytes, url), url)
      return new TextEncoder().encode(
        `<html><head><title>${escapeHtml(title)}</title></head><body>${body.export_view.value}</body></html>`,
      )
    },
  }
}

/** The next part of a listing. Cloud writes it from the host's root, Data Center from its own; both stay on the host. */
function nextPage(link: string, { base, from }: { base: URL; from: URL }): URL {
  const next =
    link.startsWith('/') && !link.startsWith(base.pathname)
      ? new URL(link.slice(1), base)
      : new URL(link, from)
  if (next.origin !== base.origin)
    throw new LoadError(
      `${base.host} continues its list on another host (${next.host}), which is not followed.`,
    )
  return next
}

function parseJson(bytes: Uint8Array, url: URL): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw new LoadError(
      `${withoutSecrets(url)} did not answer in JSON. Is it a Confluence site, and open to Vouch?`,
    )
  }
}

function checked<T>(schema: z.ZodType<T>, value: unknown, url: URL): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new LoadError(
    `${withoutSecrets(url)} answered other than Confluence does (${issue?.path.join('.')}: ${issue?.message}).`,
  )
}

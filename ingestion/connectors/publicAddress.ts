import { lookup as dnsLookup, type LookupAddress, type LookupOptions } from 'node:dns'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { LoadError } from '../../src/errors'

/** Node's `dns.lookup` with `all: true`, as sockets call it; tests put their own in its place. */
export type Lookup = (
  host: string,
  options: LookupOptions & { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/** What decides where this installation may connect to. */
export interface GuardSettings {
  /** Hosts that may be private: as a URL writes them, with a port where it is not the scheme's own. No patterns. */
  allowPrivate: readonly string[]
  lookup?: Lookup
}

/** A global unicast address: not private, loopback, link-local, multicast, reserved, nor one that embeds another. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address) || NEVER.has(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  // ipaddr.js calls everything it has no name for unicast, ::127.0.0.1 among it; only 2000::/3 is global today.
  return parsed instanceof ipaddr.IPv4 || (parsed.parts[0]! & 0xe000) === 0x2000
}

/** Azure's internal service answers on a public address, to virtual machines alone. */
const NEVER = new Set(['168.63.129.16'])

/** Whether the operator has named this host, with this port, as one that may be private. */
export const isAllowedPrivate = (url: URL, { allowPrivate }: GuardSettings): boolean =>
  allowPrivate.includes(url.host)

/**
 * Parses a URL that a user named and refuses what is never fetched: another scheme than http(s), credentials, an
 * address that is not public. A name is not resolved here; `guardedLookup` does it where the connection is made.
 * @throws {LoadError} without what may be secret in the URL: credentials and query.
 */
export function checkUrl(text: string | URL, guard: GuardSettings): URL {
  if (!URL.canParse(text))
    throw new LoadError(
      `"${withoutSecrets(String(text))}" is not a web address. Write it whole: https://help.example.com/returns.`,
    )
  const url = new URL(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new LoadError(
      `An address that begins with ${url.protocol} is not fetched. Give one that begins with https:.`,
    )
  }
  if (url.username || url.password) {
    throw new LoadError(
      `The address of ${url.host} has a user name or password in it. Take it out: it would be stored and shown.`,
    )
  }
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) && !isPublicAddress(host) && !isAllowedPrivate(url, guard)) throw notPublic(url.host)
  return url
}

/** A lookup for a socket: the addresses checked are the addresses connected to, so that a second answer helps nobody. */
export const guardedLookup =
  ({ lookup = dnsLookup }: GuardSettings) =>
  (
    host: string,
    options: LookupOptions,
    done: (error: Error | null, address: LookupAddress[] | string, family?: number) => void,
  ): void =>
    lookup(host, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? []
      if (error || !first) return done(error ?? new Error(`${host} has no address`), '', 0)
      if (!addresses.every(({ address }) => isPublicAddress(address))) return done(notPublic(host), '', 0)
      if (options.all) return done(null, addresses)
      done(null, first.address, first.family)
    })

/** The public addresses of a URL's host, for programs of their own that connect to nothing else. Empty: it may be private. */
export async function publicAddresses(url: URL, guard: GuardSettings): Promise<string[]> {
  checkUrl(url, guard)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isAllowedPrivate(url, guard) || isIP(host)) return []
  return new Promise((resolve, reject) =>
    guardedLookup(guard)(host, { all: true }, (error, addresses) => {
      if (error instanceof LoadError) return reject(error)
      if (error) return reject(new LoadError(`The host ${host} cannot be found. Check the address.`))
      resolve((addresses as LookupAddress[]).map(({ address }) => address))
    }),
  )
}

/** A URL fit for a message: no credentials, no query, no fragment. */
export const withoutSecrets = (url: URL | string): string => {
  if (URL.canParse(url)) {
    const { protocol, host, pathname } = new URL(url)
    return `${protocol}//${host}${pathname}`
  }
  return String(url)
    .replace(/[?#].*$/s, '')
    .replace(/\/\/[^/@]*@/, '//')
}

const notPublic = (host: string) =>
  new LoadError(
    `${host} is an address of a private network, which is not fetched. If it is yours and is meant, name it in VOUCH_ALLOW_PRIVATE_HOSTS.`,
  )

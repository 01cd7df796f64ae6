import ipaddr from 'ipaddr.js'
import type { Audience, BotScope } from '../vocabulary'

/** What a key may be used for. Null, or nothing in a list: no limit of its own. */
export interface KeyLimits {
  name: string | null
  /** ISO 8601; from then on it opens nothing. */
  expiresOn: string | null
  /** Of what its bot may do. */
  scopes: readonly BotScope[]
  /** Sites whose pages may use it, such as https://example.com. */
  origins: readonly string[]
  /** Networks that it may be used from, such as 203.0.113.0/24. */
  networks: readonly string[]
}

/** Where a request comes from, as far as it says. */
export interface KeyUse {
  origin: string | null
  /** Null where the server does not tell. */
  address: string | null
}

/** Whether a key has ended. */
export const keyExpired = ({ expiresOn }: Pick<KeyLimits, 'expiresOn'>, now: number): boolean =>
  expiresOn !== null && Date.parse(expiresOn) <= now

/** Why a key may not be used from there, as a sentence; null where it may. */
export function keyMisplaced({ origins, networks }: KeyLimits, { origin, address }: KeyUse): string | null {
  if (origins.length && !(origin && origins.includes(origin)))
    return 'This key may only be used from pages of the sites that it was made for.'
  if (networks.length && !(address && networks.some((network) => isWithin(address, network))))
    return 'This key may not be used from this network.'
  return null
}

/** Whoever opens a page can read the key in it, and send it without a browser, which may say any origin. */
const OPENED_IN_PAGES: ReadonlySet<BotScope> = new Set(['answer', 'write:outcomes'])

/** What a key opens: never more than its bot may do; one that stands in pages, no more than a customer needs. */
export function keyScopes(
  { scopes, origins }: Pick<KeyLimits, 'scopes' | 'origins'>,
  ofBot: readonly BotScope[],
): BotScope[] {
  return ofBot.filter(
    (scope) => (!scopes.length || scopes.includes(scope)) && (!origins.length || OPENED_IN_PAGES.has(scope)),
  )
}

/** Whose texts a key passes on: in pages that anybody may open, those that are for anybody. */
export function keyAudiences(
  { origins, networks }: Pick<KeyLimits, 'origins' | 'networks'>,
  ofBot: readonly Audience[],
): Audience[] {
  return origins.length && !networks.length ? ofBot.filter((audience) => audience === 'public') : [...ofBot]
}

/** Whether this is a network that addresses can be compared with. */
export const isNetwork = (network: string): boolean => ipaddr.isValidCIDR(network) || ipaddr.isValid(network)

function isWithin(address: string, network: string): boolean {
  if (!ipaddr.isValid(address) || !isNetwork(network)) return false
  const from = ipaddr.process(address)
  const [base, bits] = network.includes('/') ? ipaddr.parseCIDR(network) : [ipaddr.process(network), null]
  if (from instanceof ipaddr.IPv4 && base instanceof ipaddr.IPv4) return from.match(base, bits ?? 32)
  return from instanceof ipaddr.IPv6 && base instanceof ipaddr.IPv6 ? from.match(base, bits ?? 128) : false
}

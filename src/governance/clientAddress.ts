import ipaddr from 'ipaddr.js'

/** Written by this server onto every request, over whatever the caller sent under that name. */
export const CLIENT_ADDRESS_HEADER = 'x-vouch-client-address'

/**
 * Where a connection comes from. A private or loopback address is a proxy of ours, which says for whom it asks; any
 * other speaks for itself, so that nobody outside chooses the address that they are counted by.
 */
export function clientAddress({
  socket,
  forwardedFor,
}: {
  socket: string | undefined
  forwardedFor: string | undefined
}): string {
  const chain = [...(forwardedFor ?? '').split(',').map((each) => each.trim()), socket ?? '']
  let client = chain.pop() ?? ''
  while (isOurs(client)) {
    const before = chain.pop()
    if (!before || !ipaddr.isValid(before)) break
    client = before
  }
  return client
}

/** What attempts are counted by: an IPv4 address, or the /64 that a household is given of IPv6. */
export function countedBy(client: string): string {
  if (!ipaddr.isValid(client)) return 'unknown'
  const parsed = ipaddr.process(client)
  return parsed instanceof ipaddr.IPv6
    ? parsed.parts
        .slice(0, 4)
        .map((part) => part.toString(16))
        .join(':')
    : parsed.toString()
}

/** The ranges of a machine and of a private network. */
const OURS = new Set(['loopback', 'private', 'linkLocal', 'uniqueLocal'])

/** Whether this is a machine of our own network, such as a proxy that does not say for whom it asks. */
export function isOurs(address: string): boolean {
  return ipaddr.isValid(address) && OURS.has(ipaddr.process(address).range())
}

import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { CLIENT_ADDRESS_HEADER, clientAddress } from '../../governance/clientAddress'

/**
 * From here on each request says where its connection comes from, under a name that no caller can set. Node's HTTP server
 * tells of a request on this channel before anything else sees it.
 */
export function rememberClientAddresses(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    request.method = nameableMethod(request.method)
    const forwarded = request.headers['x-forwarded-for']
    request.headers[CLIENT_ADDRESS_HEADER] = clientAddress({
      socket: request.socket.remoteAddress,
      forwardedFor: Array.isArray(forwarded) ? forwarded.join(',') : forwarded,
    })
  })
}

/** Methods that the web forbids a Request to have: one cannot be made of them, so that they would be answered with 500. */
const UNNAMEABLE = new Set(['CONNECT', 'TRACE', 'TRACK'])

/** The method under which a request is passed on: one that may be named, and is refused where it is not taken. */
export const nameableMethod = (method: string | undefined): string | undefined =>
  method && UNNAMEABLE.has(method.toUpperCase()) ? `X-${method.toUpperCase()}` : method

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
    const forwarded = request.headers['x-forwarded-for']
    request.headers[CLIENT_ADDRESS_HEADER] = clientAddress({
      socket: request.socket.remoteAddress,
      forwardedFor: Array.isArray(forwarded) ? forwarded.join(',') : forwarded,
    })
  })
}

import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface SiteRequest {
  method: string
  url: URL
  headers: IncomingMessage['headers']
  body: string
}

export interface SiteAnswer {
  status?: number
  headers?: Record<string, string>
  body?: string | Uint8Array
}

/** A path's answer; a function may answer by the request, or write what no honest server would. */
export type Route =
  | string
  | SiteAnswer
  | ((request: SiteRequest, response: ServerResponse) => SiteAnswer | string | void)

export interface FakeSite {
  /** http://127.0.0.1:PORT */
  origin: string
  /** 127.0.0.1:PORT */
  host: string
  port: number
  /** By path, without the query. What has no route is 404. May be changed at any time. */
  routes: Record<string, Route>
  /** Newest last. */
  requests: SiteRequest[]
  close(): Promise<void>
}

/** A web server on a loopback port with the routes given. A string is a page of HTML. */
export async function startSite(routes: Record<string, Route> = {}): Promise<FakeSite> {
  const requests: SiteRequest[] = []
  const site = { routes, requests }
  const server = createServer(async (incoming, response) => {
    const url = new URL(incoming.url ?? '', 'http://site')
    const { method = '', headers } = incoming
    const request = { method, url, headers, body: await bodyOf(incoming) }
    requests.push(request)
    const route = site.routes[url.pathname] ?? site.routes['*'] ?? { status: 404, body: 'Not here' }
    const answer = typeof route === 'function' ? route(request, response) : route
    if (answer !== undefined) send(response, answer)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return Object.assign(site, {
    origin: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    port,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  })
}

/** An answer in JSON. */
export const json = (content: unknown, status = 200): SiteAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(content),
})

function send(response: ServerResponse, answer: SiteAnswer | string) {
  if (typeof answer === 'string') return send(response, { headers: HTML, body: answer })
  response.writeHead(answer.status ?? 200, answer.headers)
  response.end(answer.body)
}

const HTML = { 'content-type': 'text/html; charset=utf-8' }

async function bodyOf(incoming: IncomingMessage) {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('latin1')
}

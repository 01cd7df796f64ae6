import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { fetchRoutes } from './fetchRoutes'

/** The routes behind a real HTTP server on a free port of this machine, for programs of their own. */
export async function serveRoutes(): Promise<{ base: string; stop: () => Promise<void> }> {
  const server = createServer((incoming, outgoing) => {
    void answer(incoming, outgoing).catch((error: unknown) => {
      outgoing.writeHead(500).end(String(error))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    base: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const response = await fetchRoutes(requestOf(incoming))
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  for await (const part of response.body ?? []) outgoing.write(part)
  outgoing.end()
}

function requestOf(incoming: IncomingMessage): Request {
  const { method = 'GET', url = '/', headers } = incoming
  const body = method === 'GET' ? null : Readable.toWeb(incoming)
  return new Request(`http://${headers.host}${url}`, {
    method,
    headers: Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, String(value)]],
    ),
    ...(body && { body: body as BodyInit, duplex: 'half' }),
  } as RequestInit)
}

import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { NextRequest } from 'next/server'
import { proxy } from '../../src/proxy'

type Handler = (request: Request, o: { params: Promise<unknown> }) => Promise<Response> | Response

/**
 * `fetch` whose network is this process: finds the route file as Next does, after what the edge refuses. For clients that
 * take a `fetch`, so that they meet the very handlers that a server would call.
 */
export const fetchRoutes: typeof fetch = async (input, init) => {
  const request = new Request(input, init)
  const { pathname } = new URL(request.url)
  const edge = proxy(new NextRequest(request.url, { method: request.method, headers: request.headers }))
  if (!edge.headers.has('x-middleware-next')) return edge
  const found = findRoute('src/app', pathname.split('/').filter(Boolean).map(decodeURIComponent))
  if (!found) return new Response('Not found', { status: 404 })
  const handlers = (await import(path.resolve(found.file))) as Record<string, Handler>
  const handle = handlers[request.method]
  if (!handle) return new Response('Method not allowed', { status: 405 })
  return handle(request, { params: Promise.resolve(found.params) })
}

interface Found {
  file: string
  params: Record<string, string | string[]>
}

function findRoute(folder: string, parts: string[]): Found | null {
  const [part, ...rest] = parts
  if (part === undefined) {
    const file = path.join(folder, 'route.ts')
    return existsSync(file) ? { file, params: {} } : null
  }
  // What one of several folders of that name does not have, another may.
  if (existsSync(path.join(folder, part))) {
    const found = findRoute(path.join(folder, part), rest)
    if (found || folder !== 'src/app') return found
  }
  const names = readdirSync(folder)
  const open = names.find((name) => /^\[\w+\]$/.test(name))
  if (open) {
    const found = findRoute(path.join(folder, open), rest)
    return found && { ...found, params: { ...found.params, [open.slice(1, -1)]: part } }
  }
  if (names.includes('[...slug]'))
    return { file: path.join(folder, '[...slug]/route.ts'), params: { slug: parts } }
  const group = names.find((name) => /^\(\w+\)$/.test(name))
  return group ? findRoute(path.join(folder, group), parts) : null
}

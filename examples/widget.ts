/**
 * A shop's page with the chat on it: one script tag, and a policy that lets in nothing but Vouch. The key is of a bot, made for
 * http://127.0.0.1:8081 alone ("Sites whose pages alone may use it"); see docs/widget.md.
 */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { VOUCH_KEY, VOUCH_URL } from './where'

const POLICY = `default-src 'none'; style-src 'self'; script-src ${VOUCH_URL}; connect-src ${VOUCH_URL}; img-src data:; require-trusted-types-for 'script'`
const file = (name: string) => readFile(new URL(`widget/${name}`, import.meta.url), 'utf8')

const server = createServer(async (request, response) => {
  if (request.url === '/shop.css')
    return response.writeHead(200, { 'content-type': 'text/css' }).end(await file('shop.css'))
  const page = (await file('index.html'))
    .replace('{{VOUCH_URL}}', VOUCH_URL)
    .replace('{{VOUCH_KEY}}', VOUCH_KEY)
  return response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY })
    .end(page)
})

server.listen(Number(process.env['PORT'] ?? 8081), '127.0.0.1', () => {
  console.log(`The shop is at http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})

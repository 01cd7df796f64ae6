import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { nextTry } from '../../src/commands/webhooks/retryPlan'
import { signMessage } from '../../src/commands/webhooks/signMessage'
import { guardedPost, NotTaken } from '../../src/outbound/guardedPost'

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`

describe('a webhook message', () => {
  const body = JSON.stringify({ type: 'handover.created', data: { id: 'h-1', name: 'Zoë' } })
  const signed = (at = new Date()) => signMessage({ id: 'msg_1', body, secrets: [secret], at })
  const verify = (headers: Record<string, string>, text = body) => new Webhook(secret).verify(text, headers)

  it('is verified by any receiver of the specification', () => {
    expect(verify(signed())).toEqual(JSON.parse(body))
  })

  it('is refused when forged, changed, renamed or older than five minutes', () => {
    const other = `whsec_${Buffer.alloc(32, 8).toString('base64')}`
    expect(() => verify(signMessage({ id: 'msg_1', body, secrets: [other], at: new Date() }))).toThrow()
    expect(() => verify(signed(), body.replace('h-1', 'h-2'))).toThrow()
    expect(() => verify({ ...signed(), 'webhook-id': 'msg_2' })).toThrow()
    expect(() => verify(signed(new Date(Date.now() - 6 * 60_000)))).toThrow()
  })

  it('carries the signatures of both secrets while one takes over from the other', () => {
    const other = `whsec_${Buffer.alloc(32, 8).toString('base64')}`
    const headers = signMessage({ id: 'msg_1', body, secrets: [other, secret], at: new Date() })
    expect(verify(headers)).toEqual(JSON.parse(body))
  })

  it('is tried for 17 h 35 min, later each time, and not at all where the receiver is gone', () => {
    const pauses: number[] = []
    for (let attempts = 1; ; attempts++) {
      const next = nextTry({ attempts, status: 500, now: 0, random: () => 0 })
      if (!next) break
      pauses.push(next.getTime())
    }
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b))
    expect(pauses).toHaveLength(6)
    expect(pauses[0]).toBe(5_000)
    expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBe((17 * 60 + 35) * 60_000 + 5_000)
    expect(nextTry({ attempts: 1, status: undefined, now: 0 })).not.toBeNull()
    expect(nextTry({ attempts: 1, status: 410, now: 0 })).toBeNull()
  })
})

describe('posting to an address that a person named', () => {
  const post = (url: string, allowPrivate: string[] = [], ms = 5_000) =>
    guardedPost(url, { body: '{}', headers: {}, guard: { allowPrivate }, ms })

  it.each([
    ['https://10.0.0.1/', /private network/],
    ['https://[::1]/', /private network/],
    ['https://169.254.169.254/', /private network/],
    ['http://example.com/', /over https only/],
    ['ftp://example.com/', /is not fetched/],
    ['https://user:word@example.com/', /user name or password/],
  ])('%s is never sent to', async (url, why) => {
    const failure = post(url)
    await expect(failure).rejects.toThrow(why)
    await expect(failure).rejects.not.toBeInstanceOf(NotTaken)
  })

  it('a name that leads to a private address is refused where the socket connects', async () => {
    const guard = {
      allowPrivate: [],
      lookup: (_: string, __: unknown, done: (e: null, a: { address: string; family: number }[]) => void) =>
        done(null, [{ address: '127.0.0.1', family: 4 }]),
    }
    await expect(
      guardedPost('https://desk.example.com/', { body: '{}', headers: {}, guard, ms: 1_000 }),
    ).rejects.toThrow('private network')
  })

  it('follows no redirect, waits no longer than its limit, and says what the receiver answered', async () => {
    const paths: string[] = []
    const server = createServer((request, response) => {
      paths.push(request.url ?? '')
      if (request.url === '/moved') response.writeHead(307, { location: '/elsewhere' }).end()
      if (request.url?.startsWith('/broken')) response.writeHead(500).end('<html>A stack of ours</html>')
      // Nothing else is answered.
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
    try {
      await expect(post(`http://${host}/moved`, [host])).rejects.toMatchObject({ status: 307 })
      await expect(post(`http://${host}/broken?key=1`, [host])).rejects.toMatchObject({
        status: 500,
        message: `http://${host}/broken answered 500; only 2xx says that it was taken.`,
      })
      await expect(post(`http://${host}/slow`, [host], 300)).rejects.toThrow('did not answer within 0.3 s')
      expect(paths).toEqual(['/moved', '/broken?key=1', '/slow'])
    } finally {
      server.closeAllConnections()
      server.close()
    }
  })
})

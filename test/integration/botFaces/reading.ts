import { describe, expect, it } from 'vitest'
import { TOOLS } from '../../../src/http/mcp/tools'
import { fetchRoutes } from '../fetchRoutes'
import { vouch, BASE, key, askDirectly, chat, user, QUESTION } from './asking'

describe('for operators and for who reads', () => {
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetchRoutes(`${BASE}${path}`, { headers })

  it('metrics are closed until a key opens them, and count what was answered', async () => {
    expect((await get('/metrics')).status).toBe(404)
    const { env } = vouch.deps
    const secret = 'a key for the metrics'
    Object.assign(env, { VOUCH_METRICS_KEY: secret })
    try {
      expect((await get('/metrics')).status).toBe(401)
      expect((await get('/metrics', { authorization: `Bearer ${key}` })).status).toBe(401)
      const figures = async () => (await get('/metrics', { authorization: `Bearer ${secret}` })).text()
      const answered = (text: string) =>
        Number(/vouch_answers_total\{outcome="answered",reason=""\} (\d+)/.exec(text)?.[1] ?? 0)
      const before = answered(await figures())
      await chat([user(QUESTION)])
      await askDirectly({ question: QUESTION })
      const after = await figures()
      expect(answered(after)).toBe(before + 2)
      expect(after).toContain('vouch_dependency_up{dependency="database"} 1')
      expect(after).toMatch(/vouch_open\{what="gaps"\} \d/)
      // Figures, and nothing of what was asked.
      expect(after).not.toMatch(/Magpie|Wryneck/)
    } finally {
      Object.assign(env, { VOUCH_METRICS_KEY: undefined })
    }
    Object.assign(env, { VOUCH_METRICS: 'open' })
    expect((await get('/metrics')).status).toBe(200)
    Object.assign(env, { VOUCH_METRICS: 'closed' })
  })

  it('the page of the API comes whole from here', async () => {
    const page = await (await get('/docs')).text()
    const loaded = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address!)
    expect(loaded.filter((address) => !address.startsWith('/'))).toEqual([])
    for (const address of loaded.filter((each) => each.startsWith('/docs/'))) {
      const response = await get(address)
      expect(response.status, address).toBe(200)
      expect((await response.text()).length).toBeGreaterThan(100)
    }
    for (const file of ['package.json', 'index.html', '__proto__', '..%2fpackage.json'])
      expect((await get(`/docs/${file}`)).status, file).toBe(404)
  })

  it('models are told where everything is, and each address is one that there is', async () => {
    const text = await (await get('/llms.txt')).text()
    const linked = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, address]) => new URL(address!).pathname)
    expect(linked).toContain('/docs.md')
    for (const address of linked) expect((await get(address)).status, address).toBe(200)
    for (const { name } of TOOLS) expect(text).toContain(name)
    const markdown = await (await get('/docs.md')).text()
    const contract = (await (await get('/api/v1/openapi.json')).json()) as {
      paths: object
      components: { schemas: object }
    }
    for (const address of Object.keys(contract.paths)) expect(markdown).toContain(address)
    for (const name of Object.keys(contract.components.schemas)) expect(markdown).toContain(`### ${name}\n`)
  })
})

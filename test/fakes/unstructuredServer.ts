import { type FakeSite, json, startSite } from './site'

export interface FakeUnstructured extends FakeSite {
  /** What the next files are read as. */
  elements: unknown
  /** What was sent: the file's name and size, and the other fields. */
  sent: { name: string; bytes: number; fields: Record<string, string> }[]
}

/** The partition endpoint of Unstructured: a multipart form in, elements out; wants the key it is given. */
export async function startFakeUnstructured({ apiKey }: { apiKey: string }): Promise<FakeUnstructured> {
  const state = { elements: [] as unknown, sent: [] as FakeUnstructured['sent'] }
  const site = await startSite()
  const fake = Object.assign(site, state)
  site.routes['/general/v0/general'] = ({ method, headers, body }, response) => {
    if (headers['unstructured-api-key'] !== apiKey) return json({ detail: 'API key is invalid' }, 401)
    if (method !== 'POST') return json({ detail: 'Only POST' }, 405)
    const form = new Response(Buffer.from(body, 'latin1'), {
      headers: { 'content-type': headers['content-type'] ?? '' },
    }).formData()
    void form.then((fields) => {
      const file = fields.get('files')
      if (!(file instanceof File)) return response.writeHead(422).end()
      const others = [...fields]
        .filter(([name]) => name !== 'files')
        .map(([name, value]) => [name, String(value)])
      fake.sent.push({
        name: file.name,
        bytes: file.size,
        fields: Object.fromEntries(others) as Record<string, string>,
      })
      response.writeHead(200, { 'content-type': 'application/json' })
      return response.end(JSON.stringify(fake.elements))
    })
  }
  return fake
}

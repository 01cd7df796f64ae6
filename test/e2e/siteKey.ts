import { PASSWORD, PEOPLE } from './people'
import type { House } from './theHouse'

/** A key of the house's bot that pages of a site may use, made as an admin makes one. */
export async function siteKey({ base, house }: House, origin: string): Promise<string> {
  const headers = { 'content-type': 'application/json' }
  const post = async (path: string, body: object, more: Record<string, string> = {}) => {
    const response = await fetch(`${base}${path}`, {
      method: 'POST',
      headers: { ...headers, ...more },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as Record<string, string>
  }
  const { token } = await post('/api/users/login', { email: PEOPLE.admin.email, password: PASSWORD })
  const made = await post(
    `/api/v1/bots/${house.botId}/keys`,
    { name: 'The shop', origins: [origin] },
    { authorization: `JWT ${token}` },
  )
  return made['key'] ?? ''
}

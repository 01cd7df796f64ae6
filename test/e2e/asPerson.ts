import { PASSWORD, PEOPLE } from './people'
import type { House } from './theHouse'

/** Posts to the API as one of the people who are signed in. @returns what it answered. @throws where it refused. */
export async function asPerson({ base }: Pick<House, 'base'>, who: keyof typeof PEOPLE) {
  const post = async (path: string, body: object, more: Record<string, string> = {}) => {
    const response = await fetch(`${base}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...more },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as Record<string, string>
  }
  const { token } = await post('/api/users/login', { email: PEOPLE[who].email, password: PASSWORD })
  return (path: string, body: object) => post(path, body, { authorization: `JWT ${token}` })
}

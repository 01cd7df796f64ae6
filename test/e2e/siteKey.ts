import { asPerson } from './asPerson'
import type { House } from './theHouse'

/** A key of the house's bot that pages of a site may use, made as an admin makes one. */
export async function siteKey(house: House, origin: string): Promise<string> {
  const post = await asPerson(house, 'admin')
  const made = await post(`/api/v1/bots/${house.house.botId}/keys`, { name: 'The shop', origins: [origin] })
  return made['key'] ?? ''
}

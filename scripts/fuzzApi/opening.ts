import { VouchError } from '../../src/errors'
import { may } from '../../src/governance/permissions'
import { BOT_SCOPES } from '../../src/vocabulary'
import { readDemoAccess } from '../demo/demoAccess'

/** How the fuzzer gets in, and what it may ask for that is really there. */
export interface Opening {
  key: string
  session: string
  /** By the first part of a path below `/api/v1`. */
  ids: Record<string, string[]>
}

/** Whose ids stand in which paths. */
const COLLECTIONS: Record<string, string[]> = {
  assist: ['assist-records'],
  bots: ['bots'],
  calibrations: ['calibrations'],
  comments: ['comments'],
  documents: ['policies', 'faqs', 'escalation-policies'],
  gaps: ['gaps'],
  handovers: ['handovers'],
  recalls: ['recalls'],
  receipts: ['answers'],
  sources: ['sources'],
  'webhook-messages': ['webhook-deliveries'],
  webhooks: ['webhooks'],
}

/** Signs in as the demo's admin, and opens everything to the demo's bot, as often as it likes. */
export async function openingOf({ base, dataDir }: { base: string; dataDir: string }): Promise<Opening> {
  const access = readDemoAccess(dataDir)
  const admin = access?.people.find(({ roles }) => may({ roles }, 'manageBots'))
  if (!access || !admin) throw new VouchError(`There is no demo in ${dataDir}.`)
  const { token } = await ask<{ token: string }>(`${base}/api/users/login`, {
    body: { email: admin.email, password: access.password },
  })
  const as = `JWT ${token}`
  const { docs: bots } = await ask<List>(`${base}/api/bots?depth=0`, { as })
  for (const { id } of bots)
    await ask(`${base}/api/bots/${id}`, {
      as,
      method: 'PATCH',
      body: { scopes: BOT_SCOPES, requestsPerMinute: 100_000 },
    })
  const ids: Opening['ids'] = {}
  for (const [part, collections] of Object.entries(COLLECTIONS)) {
    const found = await Promise.all(
      collections.map((slug) => ask<List>(`${base}/api/${slug}?depth=0&limit=3&select[id]=true`, { as })),
    )
    ids[part] = found.flatMap(({ docs }) => docs.map(({ id }) => String(id)))
  }
  return { key: access.key, session: token, ids }
}

interface List {
  docs: { id: string | number }[]
}

async function ask<T>(
  url: string,
  { as, method, body }: { as?: string; method?: string; body?: unknown } = {},
): Promise<T> {
  const response = await fetch(url, {
    method: method ?? (body ? 'POST' : 'GET'),
    headers: { 'content-type': 'application/json', ...(as && { authorization: as }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new VouchError(`${url} answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as T
}

import { LoadError } from '../../src/errors'
import { extensionOf, inUtf8 } from './contentType'
import type { GuardedFetch } from './guardedFetch'
import { refuseOtherPage } from './otherPage'
import type { Pace } from './pace'
import { checkUrl, type GuardSettings } from './publicAddress'
import { readRobots } from './robots'
import type { Connector } from './types'

/** What the connectors of the web share. */
export interface WebPorts {
  fetch: GuardedFetch
  pace: Pace
  guard: GuardSettings
}

/**
 * One page or document. `location`: its address. It is fetched as it is listed, because only its answer tells what it is
 * and whether it changed (ETag, else Last-Modified).
 */
export const webConnector = ({ fetch, pace, guard }: WebPorts): Connector =>
  async function* (location, { maxBytes }, signal) {
    const url = checkUrl(location, guard)
    url.hash = ''
    const { refusal, delayMs } = await readRobots(url, { fetch, signal })
    const refused = refusal(url)
    if (refused) throw new LoadError(refused)
    const fetched = await pace(() => fetch(url, { maxBytes, signal }), { host: url.host, delayMs, signal })
    if (extensionOf(fetched) === '.html') refuseOtherPage({ asked: url, ...fetched })
    const revision = fetched.headers.get('etag') ?? fetched.headers.get('last-modified')
    yield {
      key: url.href,
      location: url.href,
      base: fetched.url.href,
      extension: extensionOf(fetched),
      bytes: fetched.bytes.length,
      ...(revision && { revision }),
      fetch: async () => inUtf8(fetched),
    }
  }

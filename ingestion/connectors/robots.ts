import robotsParser from 'robots-parser'
import { LoadError } from '../../src/errors'
import { FetchError, type GuardedFetch } from './guardedFetch'
import { withoutSecrets } from './publicAddress'

/** The name that robots.txt knows us by. */
export const ROBOT = 'Vouch'

/** What a site's robots.txt says to us. */
export interface Robots {
  /** Why a page may not be read, as a sentence; null when it may. */
  refusal(url: URL): string | null
  /** Between two requests; a longer wish than ten seconds is shortened to that. */
  delayMs: number
  sitemaps: string[]
}

const MAX_BYTES = 1024 * 1024
const LONGEST_DELAY_SECONDS = 10

/**
 * Reads a site's robots.txt as RFC 9309 has it: one that is not there (4xx) allows everything, one that cannot be read
 * (5xx, no answer) allows nothing.
 */
export async function readRobots(
  site: URL,
  { fetch, signal }: { fetch: GuardedFetch; signal: AbortSignal },
): Promise<Robots> {
  const file = new URL('/robots.txt', site)
  try {
    const { bytes } = await fetch(file, { maxBytes: MAX_BYTES, signal })
    const robots = robotsParser(file.href, new TextDecoder().decode(bytes))
    return {
      refusal: (url) =>
        robots.isAllowed(url.href, ROBOT) === false
          ? `${file.host}'s robots.txt does not allow ${url.pathname} to be read. Ask the site's owner to allow "${ROBOT}", or import the page as a file.`
          : null,
      delayMs: 1000 * Math.min(LONGEST_DELAY_SECONDS, robots.getCrawlDelay(ROBOT) ?? 0),
      sitemaps: robots.getSitemaps(),
    }
  } catch (error) {
    if (!(error instanceof LoadError)) throw error
    const { status = 0 } = error instanceof FetchError ? error : {}
    // 429 is no answer about the file, but about how often we ask.
    if (status >= 400 && status < 500 && status !== 429)
      return { refusal: () => null, delayMs: 0, sitemaps: [] }
    const sentence = `${withoutSecrets(file)} cannot be read, so nothing there may be: ${error.message}`
    return { refusal: () => sentence, delayMs: 0, sitemaps: [] }
  }
}

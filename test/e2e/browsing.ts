import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'
import { findChromium, openBrowser, openPage, openWindow, signIn } from '../../scripts/browser'
import { PASSWORD, PEOPLE } from './people'
import { startVouch, type RunningVouch } from './server'
import type { House } from './theHouse'

export { whyNoBrowser } from './whyNoBrowser'

export interface Browsing {
  /** Set before the first test. */
  vouch: House
  /** A window of their own, signed in. */
  pageOf: (person: keyof typeof PEOPLE) => Promise<Page>
  /** Asks as the house’s bot. */
  ask: (question: string) => Promise<{ outcome: string; message: string; receiptId: string }>
}

/**
 * A production server on a seeded data directory, and a browser, for the tests of one `describe`.
 * @param o.own a server that no other file uses, for tests that leave it changed.
 */
export const useBrowser = ({ own = false } = {}): Browsing => {
  let browser: Browser
  let started: RunningVouch | undefined
  const contexts: BrowserContext[] = []
  const browsing = {
    pageOf: async (person) => {
      const context = await openWindow(browser, { base: browsing.vouch.base, theme: 'light', width: 1440 })
      contexts.push(context)
      const page = await openPage(context)
      await signIn(page, { email: PEOPLE[person].email, password: PASSWORD })
      return page
    },
    ask: async (question) => {
      const { base, house } = browsing.vouch
      const response = await fetch(`${base}/api/v1/answer`, {
        method: 'POST',
        headers: { authorization: `Bearer ${house.key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ question }),
      })
      return (await response.json()) as { outcome: string; message: string; receiptId: string }
    },
  } as Browsing

  beforeAll(async () => {
    if (own) {
      started = await startVouch()
      const { base, env, house } = started
      browsing.vouch = { base, dataDir: env['VOUCH_DATA_DIR'] ?? '', house }
    } else browsing.vouch = inject('house') as House
    browser = await openBrowser(findChromium() ?? '')
  })

  afterAll(async () => {
    for (const context of contexts) await context.close()
    await browser?.close()
    await started?.stop()
  })

  return browsing
}

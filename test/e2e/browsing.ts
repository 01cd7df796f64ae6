import { existsSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { findChromium, openBrowser, openWindow, signIn } from '../../scripts/browser'
import { PASSWORD, PEOPLE } from './people'
import { startVouch, type RunningVouch } from './server'

const chromium = findChromium()
/** Why nothing can be tested in a browser here; null when it can. */
export const whyNoBrowser = !chromium
  ? 'no Chromium was found (looked at CHROMIUM_PATH, /usr/bin/chromium, /usr/bin/chromium-browser, /usr/bin/google-chrome)'
  : !existsSync('.next/BUILD_ID')
    ? 'there is no production build; run: npm run build'
    : null

export interface Browsing {
  /** Set before the first test. */
  vouch: RunningVouch
  /** A window of their own, signed in. */
  pageOf: (person: keyof typeof PEOPLE) => Promise<Page>
  /** Asks as the house’s bot. */
  ask: (question: string) => Promise<{ outcome: string; message: string; receiptId: string }>
}

/** A production server on a seeded data directory, and a browser, for the tests of one `describe`. */
export const useBrowser = (): Browsing => {
  let browser: Browser
  const contexts: BrowserContext[] = []
  const browsing = {
    pageOf: async (person) => {
      const context = await openWindow(browser, { base: browsing.vouch.base, theme: 'light', width: 1440 })
      contexts.push(context)
      const page = await context.newPage()
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
    browsing.vouch = await startVouch()
    browser = await openBrowser(chromium ?? '')
  })

  afterAll(async () => {
    for (const context of contexts) await context.close()
    await browser?.close()
    await browsing.vouch?.stop()
  })

  return browsing
}

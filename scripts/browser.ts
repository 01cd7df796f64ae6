import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Where Chromium is on this machine; null when there is none. `CHROMIUM_PATH` is looked at first. */
export const findChromium = (): string | null =>
  [process.env['CHROMIUM_PATH'], ...PLACES].find((place) => place && existsSync(place)) ?? null

/** Starts a browser that talks to nobody but the pages it is sent to. */
export const openBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

export interface Look {
  theme: 'light' | 'dark'
  width: number
}

/** A fresh window in one theme and width. */
export const openWindow = async (
  browser: Browser,
  { base, theme, width }: Look & { base: string },
): Promise<BrowserContext> => {
  const context = await browser.newContext({
    baseURL: base,
    colorScheme: theme,
    viewport: { width, height: width < 600 ? 844 : 900 },
  })
  context.setDefaultTimeout(60_000)
  await context.addCookies([{ name: 'payload-theme', value: theme, url: base }])
  return context
}

/** A page of the window that has come only when it listens: what is pressed on a page that is not alive yet is lost. */
export const openPage = async (context: BrowserContext): Promise<Page> => {
  const page = await context.newPage()
  const goto = page.goto.bind(page)
  page.goto = async (url, options) => {
    const response = await goto(url, options)
    await page.waitForFunction(listens, undefined, { timeout: ALIVE_MS })
    return response
  }
  return page
}

const ALIVE_MS = 30_000

/** Runs in the page: whether React has taken over every control that is on it. Payload’s pages have no `main`. */
const listens = (): boolean =>
  [...document.querySelectorAll("[class*='template-'] :is(button, textarea, select, input)")].every(
    (control) => Object.keys(control).some((key) => key.startsWith('__reactProps')),
  )

/** Signs in through the form, as a person does. */
export const signIn = async (
  page: Page,
  { email, password }: { email: string; password: string },
): Promise<void> => {
  await page.goto('/admin/login')
  await page.fill('#field-email', email)
  await page.fill('#field-password', password)
  await page.click('button[type="submit"]')
  await page.waitForURL(/\/admin\/?$/, { timeout: 90_000 })
}

export interface Finding {
  rule: string
  impact: string
  help: string
  /** CSS selectors of the elements concerned. */
  targets: string[]
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe-core finds wrong with the page as it stands, serious and critical only. */
export const axeFindings = async (page: Page): Promise<Finding[]> => {
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run(document, { resultTypes: ['violations'] })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, impact, help, nodes }) => ({
        rule: id,
        impact: String(impact),
        help,
        targets: nodes.map(({ target }) => target.join(' ')),
      }))
  })
}

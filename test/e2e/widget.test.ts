import { spawn, type ChildProcess } from 'node:child_process'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { axeFindings, findChromium, openBrowser, openPage, openWindow } from '../../scripts/browser'
import { asPerson } from './asPerson'
import { NODE } from './server'
import { siteKey } from './siteKey'
import { freePort } from '../../scripts/freePort'

const house = inject('house')

/** As it stands on a shop's page: another site, a strict policy, and styles that would spoil it. */
describe.skipIf(house === null)('the chat on a page of another site', () => {
  let browser: Browser
  let shop: { base: string; child: ChildProcess }
  beforeAll(async () => {
    browser = await openBrowser(findChromium() ?? '')
    const port = await freePort()
    const base = `http://127.0.0.1:${port}`
    const key = await siteKey(house!, base)
    const env = { ...process.env, VOUCH_URL: house!.base, VOUCH_KEY: key, PORT: String(port) }
    const child = spawn(process.execPath, [...NODE, 'examples/widget.ts'], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await new Promise((resolve) => child.stdout.once('data', resolve))
    shop = { base, child }
  })
  afterAll(async () => {
    shop?.child.kill()
    await browser?.close()
  })

  const visit = async (width: number, theme: 'light' | 'dark') => {
    const context = await openWindow(browser, { base: shop.base, theme, width })
    const page = await openPage(context)
    const complaints: string[] = []
    page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())))
    await page.goto('/')
    return { page, complaints, close: () => context.close() }
  }
  const say = async (page: Page, text: string) => {
    await page.getByLabel('Your question').fill(text)
    await page.keyboard.press('Enter')
  }
  const bot = (page: Page) => page.locator('.turn.bot').last()

  test('a customer asks by keyboard, reads the source, judges, is handed over, and finds it all after a reload', async () => {
    const { page, complaints, close } = await visit(1440, 'light')
    await page.getByRole('button', { name: 'Open the chat' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('You are talking to a bot.').waitFor()
    // Whoever opens it may type at once.
    await page.keyboard.type('Within how many days can I return goods?')
    await page.keyboard.press('Enter')
    await page.locator('.said', { hasText: '30 days' }).waitFor()
    await page.getByRole('button', { name: 'Source 1' }).first().click()
    expect(await page.locator('.sources li').first().innerText()).toMatch(
      /Returns[\s\S]*30 days[\s\S]*In force from/,
    )
    await page.getByRole('button', { name: 'Yes, this helped' }).click()
    await page.locator('.thumb[aria-pressed=true]').waitFor()
    expect(await axeFindings(page)).toEqual([])

    await say(page, 'I want to talk to a person, now.')
    await page.getByText('Your reference').waitFor()
    const reference = await page.locator('.reference').innerText()
    expect(reference).toMatch(/^[\w-]{8,}$/)
    await page.getByText('A person will answer you here.').waitFor()

    // A colleague takes it, and their words come into the open chat as they wrote them.
    const act = await asPerson(house!, 'approver')
    await act(`/api/v1/handovers/${reference}/claim`, {})
    await act(`/api/v1/handovers/${reference}/reply`, { text: 'I am here for you: 0800 123 4567.' })
    await page.locator('.turn.colleague', { hasText: 'I am here for you: 0800 123 4567.' }).waitFor()
    await page.getByText('Ben Approver answers you here.').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.reload()
    await page.getByRole('button', { name: 'Open the chat' }).click()
    expect(await page.locator('.turn').count()).toBe(5)
    await page.locator('.thumb[aria-pressed=true]').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('dialog').waitFor({ state: 'hidden' })
    expect(complaints).toEqual([])
    await close()
  })

  test('on a telephone it is the whole screen; while the server is away it says so and keeps the words', async () => {
    const { page, close } = await visit(390, 'dark')
    await page.getByRole('button', { name: 'Open the chat' }).click()
    // It rises into its place.
    await expect.poll(() => page.locator('dialog').boundingBox()).toMatchObject({ x: 0, y: 0, width: 390 })
    await page.route('**/api/v1/answer', (route) => route.abort())
    await say(page, 'Within how many days can I return goods?')
    await page.getByText('The bot cannot be reached.').waitFor()
    expect(await page.getByLabel('Your question').inputValue()).toBe(
      'Within how many days can I return goods?',
    )
    expect(await axeFindings(page)).toEqual([])
    await page.unroute('**/api/v1/answer')
    await page.keyboard.press('Enter')
    await bot(page).getByText('30 days').first().waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await close()
  })
})

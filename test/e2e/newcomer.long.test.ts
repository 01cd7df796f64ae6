import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium, openBrowser, openPage, openWindow, signIn } from '../../scripts/browser'
import { whyNoBrowser } from './browsing'
import { restOf } from './rest'
import { startFresh, type FreshVouch } from './server'

/** Where to keep a picture of each step; none unless named. */
const shots = process.env['VOUCH_SHOTS']
const PASSWORD = 'correct horse battery'

const FILES: Record<string, string> = {
  'returns.md': '# Returns\n\nYou can return goods within 30 days of delivery. Sending them back is free.\n',
  'delivery.html':
    '<html><head><title>Delivery</title></head><body><main><h1>Delivery</h1><p>Parcels arrive within 2 to 4 working days.</p></main></body></html>',
  'questions.csv': 'question,answer\nDo you gift-wrap?,"Yes, for 3 euros an item."\n',
  'hours.txt': 'Shop hours\n\nOur shops open from nine to eight on weekdays.\n',
  'warranty.md': '---\naudience: agent\n---\n\n# Warranty handling\n\nAsk for the receipt first.\n',
}

describe.skipIf(whyNoBrowser !== null)('the first hour of a new installation', () => {
  let vouch: FreshVouch
  let browser: Browser
  const open = async () => {
    const context = await openWindow(browser, { base: vouch.base, theme: 'light', width: 1440 })
    return openPage(context)
  }
  const photograph = async (page: Page, name: string): Promise<void> => {
    if (!shots) return
    mkdirSync(shots, { recursive: true })
    await page.screenshot({ path: path.join(shots, `hour-${name}.png`), fullPage: true })
  }
  const stepsDone = (page: Page) => page.locator('.vouch-start__steps > li[data-done="true"]').count()
  const addPerson = async (
    page: Page,
    { name, email, role }: { name: string; email: string; role?: string },
  ) => {
    await page.goto('/admin/collections/users/create')
    await page.fill('#field-name', name)
    await page.fill('#field-email', email)
    await page.fill('#field-password', PASSWORD)
    await page.fill('#field-confirm-password', PASSWORD)
    if (role) {
      await page.click('#field-roles')
      await page.getByText(role, { exact: true }).click()
      await page.keyboard.press('Escape')
    }
    await page.click('#action-save')
    await page.waitForURL(/users\/[0-9a-f-]{36}/)
  }
  const stateIs = (page: Page, state: string) =>
    page.waitForSelector(`.vouch-rail__state :text-is("${state}")`, { timeout: 60_000 })
  /** Signs a text that waits, and publishes it. */
  const signAndPublish = async (page: Page, title: string) => {
    await page.goto('/admin/waiting')
    await page.getByRole('link', { name: title, exact: true }).first().click()
    await page.waitForURL(/\/admin\/review\//)
    await page.click('button.vouch-step--sign_and_publish')
    await page.locator('.vouch-dialog .btn--style-primary').click()
    await stateIs(page, 'Published')
    await page.waitForFunction(() => document.body.innerText.includes('in force'), undefined, {
      timeout: 60_000,
    })
  }

  beforeAll(async () => {
    vouch = await startFresh()
    browser = await openBrowser(findChromium() ?? '')
  })
  afterAll(async () => {
    await browser?.close()
    await vouch?.stop()
  })

  test('two who fill in the first form at once make one admin', async () => {
    const form = (name: string) =>
      restOf(vouch.base)('POST', 'users/first-register', {
        name,
        email: `${name}@example.com`,
        password: PASSWORD,
      })
    const page = await open()
    await page.goto('/admin')
    await page.getByText('You are the first person here, so you become the admin').waitFor()
    await photograph(page, '01-first-form')
    const made = await Promise.all([form('olga'), form('otto')])
    expect(made.map(({ status }) => status).toSorted()).toEqual([200, 403])
    const winner = made.find(({ status }) => status === 200)?.doc as { roles?: string[]; email?: string }
    expect(winner.roles).toEqual(['admin'])
    await page.context().close()
  })

  test('files, a signature, a bot, an answer, a refusal, a gap, mended and closed', async () => {
    const admin = await open()
    const who = ['olga', 'otto'].map((name) => ({ email: `${name}@example.com`, password: PASSWORD }))
    const login = await restOf(vouch.base)('POST', 'users/login', who[0])
    await signIn(admin, login.status === 200 ? who[0]! : who[1]!)
    await admin.getByText('Start here').waitFor()
    expect(await stepsDone(admin)).toBe(0)
    await photograph(admin, '02-start')

    // An admin alone would write what nobody can sign: one who writes and one who signs are added first.
    await addPerson(admin, { name: 'Ann Author', email: 'ann@example.com' })
    await addPerson(admin, { name: 'Ben Approver', email: 'ben@example.com', role: 'Approver' })

    // Five files are dropped, read, and become drafts.
    const author = await open()
    await signIn(author, { email: 'ann@example.com', password: PASSWORD })
    await author.goto('/admin/collections/policies')
    await author.getByText('Drop files here').waitFor()
    const dropped = await author.evaluateHandle((files) => {
      const data = new DataTransfer()
      for (const [name, text] of Object.entries(files)) data.items.add(new File([text], name))
      return data
    }, FILES)
    await author.dispatchEvent('.vouch-drop', 'drop', { dataTransfer: dropped })
    await author.getByRole('button', { name: 'Make 5 drafts' }).waitFor({ timeout: 60_000 })
    expect(await author.getByLabel('Kind of Do you gift-wrap?').inputValue()).toBe('faq')
    expect(await author.getByLabel('Audience of Warranty handling').inputValue()).toBe('agent')
    await photograph(author, '03-preview')
    await author.getByRole('button', { name: 'Make 5 drafts' }).click()
    await author.getByText('5 drafts made').waitFor({ timeout: 60_000 })
    await photograph(author, '04-drafts')
    await author.getByRole('link', { name: 'Returns', exact: true }).first().click()
    await author.click('.vouch-step--submit')
    await stateIs(author, 'In review')
    await author.goto('/admin')
    await author.getByText('Start here').waitFor()
    expect(await stepsDone(author)).toBe(1)

    // Someone else signs.
    const approver = await open()
    await signIn(approver, { email: 'ben@example.com', password: PASSWORD })
    await signAndPublish(approver, 'Returns')
    await photograph(approver, '05-published')

    // A bot is made, and asked.
    await admin.goto('/admin/collections/bots/create')
    await admin.fill('#field-name', 'Shop assistant')
    await admin.click('#action-save')
    await admin.waitForURL(/bots\/[0-9a-f-]{36}/)
    await admin.click('.vouch-create-key')
    const key = await admin.locator('.vouch-key code').innerText()
    await photograph(admin, '06-bot')
    const ask = async (question: string) => {
      const response = await fetch(`${vouch.base}/api/v1/answer`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ question }),
      })
      return (await response.json()) as { outcome: string; message: string }
    }
    // It is told once the worker has taken it into the index.
    await expect
      .poll(() => ask('Within how many days can I return goods?'), { timeout: 30_000, interval: 1_000 })
      .toMatchObject({ outcome: 'answered', message: expect.stringContaining('30 days') })
    expect((await ask('Do you ship returned pianos to Norway?')).outcome).not.toBe('answered')

    // Nothing is left to start with; what could not be answered is a gap, and is mended in the text that lacks it.
    await author.goto('/admin')
    await author.getByText('What we could not answer').waitFor()
    await author.waitForTimeout(500)
    expect(await author.getByText('Start here').count()).toBe(0)
    await photograph(author, '07-today')
    await author.getByRole('link', { name: 'Do you ship returned pianos to Norway?' }).click()
    await author.getByRole('button', { name: 'Amend “Returns”' }).waitFor()
    await photograph(author, '08-gap')
    await author.getByRole('button', { name: 'Amend “Returns”' }).click()
    await author.waitForURL(/policies\/[0-9a-f-]{36}/)
    await author.locator('.vouch-gap-beside').getByText('Do you ship returned pianos to Norway?').waitFor()
    await author.locator('.ContentEditable__root').first().click()
    await author.keyboard.press('Control+A')
    await author.keyboard.press('ArrowRight')
    await author.keyboard.press('Enter')
    await author.keyboard.type('We do not ship returned pianos to Norway.')
    await photograph(author, '09-amend')
    await author.click('#action-save')
    await author.waitForSelector('.vouch-rail__state :text("Version 2")')
    await author.click('.vouch-step--submit')
    await stateIs(author, 'In review')
    await signAndPublish(approver, 'Returns')
    expect(await ask('Do you ship returned pianos to Norway?')).toMatchObject({
      outcome: 'answered',
      message: expect.stringMatching(/We do not ship returned pianos to Norway\.(?! ?of)/),
    })
    await author.goto('/admin/collections/gaps?state=verified')
    await expect
      .poll(async () => (await author.reload()) && author.getByText('Do you ship returned pianos').count(), {
        timeout: 60_000,
        interval: 1_000,
      })
      .toBeGreaterThan(0)
    await author.getByRole('link', { name: 'Do you ship returned pianos to Norway?' }).click()
    await author.getByText('Closed, with proof').waitFor()
    await photograph(author, '10-closed')
  }, 300_000)

  test('a search finds words and drafts, from any room by one key', async () => {
    const page = await open()
    await signIn(page, { email: 'ben@example.com', password: PASSWORD })
    const box = page.getByRole('combobox', { name: 'Search all texts' })
    // Keys are listened for once the page has come to life.
    await expect
      .poll(async () => {
        await page.keyboard.press('/')
        return box.isVisible()
      })
      .toBe(true)
    await box.fill('parcels working days')
    await page.getByRole('option', { name: /Delivery/ }).waitFor()
    await photograph(page, '11-search')
    await page.keyboard.press('Enter')
    await page.waitForURL(/policies\/[0-9a-f-]{36}/)
    await page.goto('/admin/collections/policies?search=weekdays')
    await page
      .getByRole('region', { name: 'Found in the texts' })
      .getByText('Hours', { exact: true })
      .waitFor()
    await photograph(page, '12-list-search')
  })

  test('what was typed stays when the network fails while signing', async () => {
    const page = await open()
    await signIn(page, { email: 'ben@example.com', password: PASSWORD })
    await page.goto('/admin/collections/policies?search=Hours')
    await page.getByRole('link', { name: 'Hours', exact: true }).first().click()
    await page.click('.vouch-step--submit')
    await stateIs(page, 'In review')
    const address = page.url()
    await page.goto(address.replace('/collections/', '/review/'))
    await page.click('button.vouch-step--request_changes')
    await page.fill('[name="vouch-comment-request_changes"]', 'Say which shops.')
    await page.context().setOffline(true)
    await page.locator('.vouch-dialog .btn--style-primary').click()
    await page.getByText('Nothing that you wrote is lost').waitFor()
    expect(await page.inputValue('[name="vouch-comment-request_changes"]')).toBe('Say which shops.')
    await photograph(page, '13-offline')
    await page.context().setOffline(false)
    await page.locator('.vouch-dialog .btn--style-primary').click()
    await stateIs(page, 'Changes requested')
  })
})

import { describe, expect, test } from 'vitest'
import { useBrowser, whyNoBrowser } from './browsing'
import { atNight } from '../often'

if (whyNoBrowser)
  process.stderr.write(
    `\n!!! BROWSER TESTS SKIPPED: ${whyNoBrowser}. Nothing of the admin was tested. !!!\n\n`,
  )

describe.skipIf(whyNoBrowser !== null)('the admin in a browser', () => {
  const browsing = useBrowser()
  const { pageOf, ask } = browsing

  test.runIf(atNight)('a text goes from its author by another person’s signature to the bots', async () => {
    const author = await pageOf('author')
    await author.goto('/admin/collections/faqs/create')
    await author.fill('#field-question', 'Do you sell gift cards?')
    await author.click('.ContentEditable__root')
    await author.keyboard.type('Yes, gift cards of 10 to 500 euros are sold at every till.')
    await author.click('#action-save')
    await author.waitForURL(/faqs\/[0-9a-f-]{36}/)
    const address = new URL(author.url()).pathname
    await author.click('.vouch-step--submit')
    await author.waitForSelector('.vouch-rail__state :text("In review")')
    // The author sees the button, and why it is not theirs to press.
    expect(await author.locator('button.vouch-step--approve').isDisabled()).toBe(true)
    expect(await author.locator('#vouch-why-approve').innerText()).toMatch(/approver/i)

    const approver = await pageOf('approver')
    await approver.click('.vouch-card >> text=Do you sell gift cards?')
    // What waits to be signed opens as its review; the document has the same steps.
    await approver.waitForURL(/\/admin\/review\/faqs\//)
    await approver.goto(address)
    await approver.click('button.vouch-step--approve')
    await approver.fill('[name="vouch-comment-approve"]', 'Prices checked.')
    await approver.click('.vouch-dialog .btn--style-primary')
    await approver.waitForSelector('.vouch-rail__state :text("Approved")')
    await approver.click('button.vouch-step--publish')
    await approver.waitForSelector('.vouch-rail__state :text("Published")')
    await approver.waitForSelector('.vouch-history :text("in force")', { timeout: 60_000 })

    expect(await ask('Do you sell gift cards?')).toMatchObject({
      outcome: 'answered',
      citations: [{ document: { title: 'Do you sell gift cards?' } }],
    })
  })

  test('what was changed and not saved cannot be sent or signed', async () => {
    const author = await pageOf('author')
    const draft = browsing.vouch.house.documents.find(({ title }) => title === 'Do you gift-wrap?')
    await author.goto(`/admin/collections/${draft?.collection}/${draft?.id}`)
    await author.fill('#field-question', 'Do you gift-wrap parcels?')
    await author.waitForSelector('#vouch-why-submit')
    expect(await author.locator('button.vouch-step--submit').isDisabled()).toBe(true)
    expect(await author.locator('#vouch-why-submit').innerText()).toContain('Save your changes first')
    await author.click('#action-save')
    await author.waitForSelector('.vouch-rail__state :text("Version 2")')
    expect(await author.locator('button.vouch-step--submit').isEnabled()).toBe(true)
  })

  test.runIf(atNight)('a QA reviewer starts the draft that would close a gap', async () => {
    const qa = await pageOf('qa')
    await qa.goto('/admin/collections/gaps')
    await qa.click('text=Do you ship to Norway?')
    await qa.click('text=Start a draft FAQ')
    await qa.waitForURL(/faqs\/[0-9a-f-]{36}/)
    expect(await qa.inputValue('#field-question')).toBe('Do you ship to Norway?')
    await qa.goto(`/admin/collections/gaps/${browsing.vouch.house.gaps[0]}`)
    await qa.waitForSelector('text=Drafting')
    await qa.waitForSelector('text=Open the draft')
  })

  test('a bot’s key is shown once and kept by its prefix alone', async () => {
    const admin = await pageOf('admin')
    await admin.goto(`/admin/collections/bots/${browsing.vouch.house.botId}`)
    await admin.click('.vouch-create-key')
    const key = await admin.locator('.vouch-key code').innerText()
    expect(key).toMatch(/^vch_[\w-]{40}$/)
    await admin.click('text=I have copied it')
    await admin.waitForSelector(`.vouch-keys :text("${key.slice(0, 12)}")`)
    await admin.reload()
    expect(await admin.content()).not.toContain(key)
  })

  test.runIf(atNight)(
    'an admin builds an index version beside the active one, activates it and goes back',
    async () => {
      const admin = await pageOf('admin')
      await admin.goto('/admin/collections/index-versions')
      const press = async (name: RegExp) => {
        await admin.getByRole('button', { name }).first().click()
        await admin.getByRole('dialog').getByRole('button', { name }).click()
        await admin.getByRole('dialog').waitFor({ state: 'detached' })
      }
      const active = () =>
        admin.getByRole('row').filter({ hasText: 'Active' }).locator('time').first().getAttribute('datetime')
      const question = 'Within how many days can I return goods?'
      const before = await active()
      await press(/Build a new version/)
      await admin.getByText('Ready', { exact: true }).waitFor({ timeout: 60_000 })
      await press(/^Activate/)
      await admin.getByText('Retired', { exact: true }).waitFor({ timeout: 60_000 })
      expect((await ask(question)).outcome).toBe('answered')
      expect(await active()).not.toBe(before)
      await press(/Roll back/)
      await expect.poll(active).toBe(before)
      expect((await ask(question)).outcome).toBe('answered')
    },
  )

  test('a bot reads its own gaps page by page, and its own receipts', async () => {
    const headers = { authorization: `Bearer ${browsing.vouch.house.key}` }
    const get = async (address: string) =>
      (await fetch(`${browsing.vouch.base}/api/v1/${address}`, { headers })).json()
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = (await get(`gaps?limit=2${cursor && `&cursor=${cursor}`}`)) as {
        data: { id: string }[]
        nextCursor: string | null
      }
      expect(page.data.length).toBeLessThanOrEqual(2)
      seen.push(...page.data.map(({ id }) => id))
      cursor = page.nextCursor
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual(expect.arrayContaining(browsing.vouch.house.gaps))
    expect(await get(`gaps/${browsing.vouch.house.gaps[0]}`)).toMatchObject({
      question: 'Do you ship to Norway?',
      questions: [{ question: 'Do you ship to Norway?' }],
    })
    expect(await get(`receipts/${browsing.vouch.house.receipts[0]}`)).toMatchObject({ outcome: 'answered' })
    expect(await get('receipts/no-such-receipt')).toMatchObject({ status: 404 })
    expect(await get('gaps?limit=0')).toMatchObject({ status: 400, errors: [{ pointer: '/limit' }] })
    expect((await fetch(`${browsing.vouch.base}/api/v1/gaps`)).status).toBe(401)
  })
})

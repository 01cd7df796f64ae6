import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { useBrowser, whyNoBrowser } from './browsing'

/** Where to keep a picture of each step; none unless named. */
const shots = process.env['VOUCH_SHOTS']

describe.skipIf(whyNoBrowser !== null)(
  'a change of a text that is in force, from its author to the customer and back',
  () => {
    const browsing = useBrowser()
    const { pageOf } = browsing
    const photograph = async (page: Page, name: string): Promise<void> => {
      if (!shots) return
      mkdirSync(shots, { recursive: true })
      await page.screenshot({ path: path.join(shots, `${name}.png`), fullPage: true })
    }
    const ask = () => browsing.ask('For how many days can I hire a tool?')
    const stateIs = (page: Page, state: string) =>
      page.waitForSelector(`.vouch-rail__state :text-is("${state}")`, { timeout: 60_000 })

    test('it is written, read as a difference, sent back, mended, signed, answered from, and withdrawn', async () => {
      const hire = browsing.vouch.house.documents.find(({ title }) => title === 'Hire of tools')
      const address = `/admin/collections/policies/${hire?.id}`
      expect((await ask()).message).toContain('30 days')

      // The author has written version 2 (60 days) and sends it.
      const author = await pageOf('author')
      await author.goto(address)
      await author.click('.vouch-step--submit')
      await stateIs(author, 'In review')
      await photograph(author, '1-author-sent')

      // The approver finds it among what waits, reads what changes, and asks for changes.
      const approver = await pageOf('approver')
      await approver.goto('/admin/waiting')
      await photograph(approver, '2-waiting')
      await approver.getByRole('link', { name: 'Hire of tools', exact: true }).first().click()
      await approver.waitForURL(/\/admin\/review\/policies\//)
      expect(await approver.locator('del').allInnerTexts()).toEqual(
        expect.arrayContaining([expect.stringContaining('30')]),
      )
      expect(await approver.locator('ins').allInnerTexts()).toEqual(
        expect.arrayContaining([expect.stringContaining('60')]),
      )
      await photograph(approver, '3-review')
      await approver.click('button.vouch-step--request_changes')
      await approver.fill('[name="vouch-comment-request_changes"]', 'It is 45 days, not 60.')
      await approver.locator('.vouch-dialog .btn--style-primary:visible').click()
      await stateIs(approver, 'Changes requested')
      expect((await ask()).message).toContain('30 days')

      // The author sees what was asked for, mends it and sends it again.
      await author.goto(address)
      await author.waitForSelector('text=It is 45 days, not 60.')
      await author.getByText('You can hire a tool for at most 60 days.').click()
      await author.keyboard.press('End')
      await author.keyboard.press('Shift+Home')
      await author.keyboard.type('You can hire a tool for at most 45 days.')
      await author.click('#action-save')
      await author.waitForSelector('.vouch-rail__state :text("Version 3")')
      await author.click('.vouch-step--submit')
      await stateIs(author, 'In review')

      // The approver signs and publishes; it goes live without a moment in which nothing answers.
      const review = approver.url()
      await approver.goto(review)
      expect(await approver.locator('ins').allInnerTexts()).toEqual(
        expect.arrayContaining([expect.stringContaining('45')]),
      )
      await approver.click('button.vouch-step--approve')
      await approver.fill('[name="vouch-comment-approve"]', 'Checked with the warehouse.')
      await approver.locator('.vouch-dialog .btn--style-primary:visible').click()
      await stateIs(approver, 'Approved')
      await approver.click('button.vouch-step--publish')
      await stateIs(approver, 'Published')
      await photograph(approver, '4-published')
      const answered = await ask()
      expect(answered).toMatchObject({ outcome: 'answered' })
      expect(answered.message).toContain('45 days')

      // It is withdrawn, and nobody is told any more.
      await approver.goto(address)
      await photograph(approver, '5-document')
      await approver.locator('button.vouch-step--withdraw').scrollIntoViewIfNeeded()
      await approver.click('button.vouch-step--withdraw')
      await approver.fill('[name="vouch-comment-withdraw"]', 'The supplier has changed the terms.')
      await approver.locator('.vouch-dialog .btn--style-error:visible').click()
      await stateIs(approver, 'Withdrawn')
      const after = await ask()
      expect(after.message).not.toMatch(/\d+ days/)
      await photograph(approver, '6-withdrawn')

      // The record says who did what.
      const admin = await pageOf('admin')
      await admin.goto('/admin/collections/audit-log')
      await admin.waitForSelector('text=withdrew')
      await photograph(admin, '7-audit')
    }, 240_000)
  },
)

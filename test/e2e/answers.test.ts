import { describe, expect, test } from 'vitest'
import { useBrowser, whyNoBrowser } from './browsing'
import { atNight } from '../often'

if (whyNoBrowser) process.stderr.write(`\n!!! BROWSER TESTS SKIPPED: ${whyNoBrowser}. !!!\n\n`)

describe.skipIf(whyNoBrowser !== null)('answers in a browser', () => {
  const browsing = useBrowser()
  const { pageOf } = browsing
  const question = 'Within how many days can I return goods?'

  test('a question is tried by keyboard, and the citation that has the focus is marked in its text', async () => {
    const qa = await pageOf('qa')
    await qa.goto(`/admin/try?question=${encodeURIComponent(question)}`)
    await qa.locator('.vouch-try__form textarea').first().focus()
    await qa.keyboard.press('Enter')
    await qa.waitForSelector('.vouch-try__said .vouch-cite')
    expect(await qa.locator('mark[data-active]').count()).toBe(0)
    await qa.locator('.vouch-try__said .vouch-cite').first().focus()
    await qa.waitForSelector('mark#source-1[data-active]')
  })

  test.runIf(atNight)('a trial is kept as an eval case, which is run and found right', async () => {
    const qa = await pageOf('qa')
    await qa.goto(`/admin/try?question=${encodeURIComponent(question)}`)
    await qa.getByRole('button', { name: 'Ask', exact: true }).click()
    await qa.getByRole('button', { name: 'Keep as an eval case' }).click()
    await qa.getByRole('button', { name: 'Keep it' }).click()
    await qa.getByRole('link', { name: 'Open the case' }).waitFor()
    await qa.goto('/admin/collections/eval-runs')
    await qa.getByRole('button', { name: 'Run the stored cases' }).click()
    await qa.getByText('100%').first().waitFor({ timeout: 60_000 })
  })

  test.runIf(atNight)('an author sees why a trial is not theirs to keep', async () => {
    const author = await pageOf('author')
    await author.goto(`/admin/try?question=${encodeURIComponent(question)}`)
    await author.getByRole('button', { name: 'Ask', exact: true }).click()
    const keep = author.getByRole('button', { name: 'Keep as an eval case' })
    await keep.waitFor()
    expect(await keep.isDisabled()).toBe(true)
    await author.getByText('QA reviewers and admins keep eval cases.').waitFor()
  })

  test('a receipt is replayed where it is read', async () => {
    const qa = await pageOf('qa')
    const { receiptId } = await browsing.ask(question)
    await qa.goto(`/admin/collections/answers/${receiptId}`)
    await qa.getByRole('button', { name: 'Replay now' }).click()
    await qa.getByText('The same today').waitFor()
    await qa.getByText('there, to the byte').waitFor()
  })
})

import { describe, expect, it } from 'vitest'
import { refuseOtherPage } from '../../ingestion/connectors/otherPage'

const answer = (
  html: string,
  at = 'https://x.example/help/refunds',
  asked = 'https://x.example/help/refunds',
) => refuseOtherPage({ asked: new URL(asked), url: new URL(at), bytes: new TextEncoder().encode(html) })
const page = (title: string, body = `<h1>${title}</h1><p>Some words.</p>`) =>
  `<html><head><title>${title}</title></head><body>${body}</body></html>`

describe('what a site answers instead of a page', () => {
  it.each([
    'Page not found',
    '404',
    'Error 404 | Acme',
    'This page has moved',
    'Seite nicht gefunden',
    'Sorry, this article no longer exists',
  ])('“%s” with a status of 200 is no new version', (title) =>
    expect(() => answer(page(title))).toThrow(/is not there|stays/),
  )

  it('a form to sign in is none, whether by its address or by its field', () => {
    expect(() => answer(page('Welcome'), 'https://x.example/login?next=/help/refunds')).toThrow(/sign in/)
    expect(() => answer(page('Welcome'), 'https://login.x.example/')).toThrow(/sign in/)
    expect(() => answer(page('Welcome', '<form><input type="password"></form>'))).toThrow(/sign in/)
  })

  it('the front page is none', () =>
    expect(() => answer(page('Acme'), 'https://x.example/')).toThrow(/front page/))

  it('a page at its place, or moved to another, is what it is', () => {
    expect(() => answer(page('Refunds'))).not.toThrow()
    expect(() => answer(page('Refunds'), 'https://x.example/hc/refunds')).not.toThrow()
    expect(() =>
      answer(page('When a parcel was not found', `<p>${'Call us and we look for it. '.repeat(90)}</p>`)),
    ).not.toThrow()
    expect(() =>
      answer(page('How to log in'), 'https://x.example/help/login', 'https://x.example/help/login'),
    ).not.toThrow()
  })
})

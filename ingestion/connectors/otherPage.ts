import { load } from 'cheerio'
import { LoadError } from '../../src/errors'
import { withoutSecrets } from './publicAddress'

/**
 * Refuses what a site answers instead of the page: a form to sign in, "not found" with a status of 200, its front page. The
 * text that was read before stays as it is, and a person is told.
 * @throws {LoadError}
 */
export function refuseOtherPage({ asked, url, bytes }: { asked: URL; url: URL; bytes: Uint8Array }): void {
  const where = withoutSecrets(asked)
  const moved = asked.origin !== url.origin || trimmed(asked) !== trimmed(url)
  if (
    moved &&
    SIGN_IN.test(`${url.hostname}${url.pathname}`) &&
    !SIGN_IN.test(`${asked.hostname}${asked.pathname}`)
  )
    throw new LoadError(
      `${where} leads to a page to sign in (${withoutSecrets(url)}). Give Vouch a public address, or export the text; what was read before stays.`,
    )
  if (moved && trimmed(url) === '' && trimmed(asked) !== '')
    throw new LoadError(
      `${where} leads to the front page of ${url.host}, so the page seems to be gone. Look where it is now; what was read before stays.`,
    )
  const page = load(new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES)))
  const words = page('body')
    .clone()
    .find('script, style, nav, header, footer, template')
    .remove()
    .end()
    .text()
    .replace(/\s+/g, ' ')
    .trim()
  if (page('input[type=password]').length > 0 && words.length < SHORT)
    throw new LoadError(
      `${where} shows a form to sign in instead of a text. Give a public address; what was read before stays.`,
    )
  const headings = [page('head > title').first().text(), page('h1').first().text()].map((text) =>
    text.replace(/\s+/g, ' ').trim(),
  )
  if (words.length < SHORT && headings.some((heading) => GONE.test(heading)))
    throw new LoadError(
      `${where} says that the page is not there (“${headings.find((heading) => GONE.test(heading))?.slice(0, 60)}”), though it answers as if it were. Look where it is now; what was read before stays.`,
    )
}

const HEAD_BYTES = 512 * 1024
/** A page that is about a missing page, or a password, says more than this. */
const SHORT = 1_500

const trimmed = ({ pathname, search }: URL): string =>
  `${pathname.replace(/\/+(?:index\.html?)?$/, '')}${search}`

const SIGN_IN =
  /(?:^|[./_-])(?:log-?in|sign-?in|signin|sso|oauth2?|auth|authorize|saml2?|adfs|session\/new|sessions?\/new|accounts?\/(?:log-?in|sign-?in)|anmelden|einloggen|connexion|login\.\w+)(?:[./?_-]|$)/i

const GONE =
  /(?:^|\W)(?:(?:error\s*)?40[34]|410)(?:\W|$)|(?:page|site|article|document|content|url)?\s*(?:not|could ?n[o’']t be|can ?n[o’']t be|was not) found|(?:page|article|document)\s+(?:has\s+|was\s+|is\s+)?(?:moved|removed|deleted|gone)|no longer (?:exists?|available)|does ?n[o’']t exist|(?:seite|artikel)\s+(?:wurde\s+)?nicht\s+gefunden|page\s+(?:introuvable|non trouvée)|página\s+no\s+encontrada|pagina\s+(?:non trovata|niet gevonden)/i

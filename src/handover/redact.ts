import { fold } from '../answer/reading/fold'
import { addressesIn } from './redaction/addresses'
import { birthsIn } from './redaction/births'
import { cardsIn } from './redaction/cards'
import { emailsIn } from './redaction/emails'
import { ibansIn } from './redaction/ibans'
import { labelledIn } from './redaction/labelled'
import { nationalIdsIn } from './redaction/nationalIds'
import { phonesIn } from './redaction/phones'
import type { RedactedKind, Secret } from './redaction/types'

/** What was taken out of a text, and what it was. */
export interface Redacted {
  text: string
  found: RedactedKind[]
}

/** What finds what, the surest first: of two that share a character the first counts. */
const FINDERS = [ibansIn, cardsIn, emailsIn, nationalIdsIn, birthsIn, addressesIn, labelledIn, phonesIn]

/**
 * Card numbers (by Luhn), IBANs (by their check digits), codes and passwords, and what leads to a person (addresses, telephone
 * numbers, national ids, dates of birth) out of a text, however they are written; other numbers stay. They are looked for in the folded text and cut out of the written one, which is else left as it is.
 */
export const redact = (written: string): Redacted => {
  const secrets = secretsIn(written)
  let rest = 0
  let redacted = ''
  for (const { start, end, shown } of secrets) {
    redacted += written.slice(rest, start) + shown
    rest = Math.max(end, start)
  }
  return { text: redacted + written.slice(rest), found: [...new Set(secrets.map(({ kind }) => kind))] }
}

/** Where what `redact` takes out stands in a text as it was written, in its order. */
export function secretsIn(written: string): Secret[] {
  const { text, at } = fold(written)
  return withoutOverlaps(FINDERS.flatMap((find) => find(text))).map(({ kind, start, end, shown }) => ({
    kind,
    start: at(start),
    end: at(end),
    shown,
  }))
}

/** In their order; of two that share a character the one that was found first, as numbers are more certain than labels. */
const withoutOverlaps = (secrets: readonly Secret[]): Secret[] =>
  secrets
    .filter(
      (secret, i) => !secrets.slice(0, i).some(({ start, end }) => start < secret.end && secret.start < end),
    )
    .toSorted((a, b) => a.start - b.start)

import { randomUUID } from 'node:crypto'

/** Made by machines for machines: a UUID, a trace's id, a ULID. */
const MADE = [
  /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i,
  /^(?=.*[a-f])[\da-f]{32}$/i,
  /^(?=.*[A-Z])[\dA-HJKMNP-TV-Z]{26}$/,
]
const PLAIN = /^[\w.:-]{1,64}$/
/** A card, an account or a telephone number, however it is spaced. */
const NUMBER_OF_SOMEONE = /(?:\d[._:-]*){7}/

/** The id that a caller gave its request, when it can be no number of a person's; else one of our own. It is stored and logged. */
export function requestIdOf(request: Request): string {
  const given = request.headers.get('x-request-id') ?? ''
  const usable =
    MADE.some((form) => form.test(given)) || (PLAIN.test(given) && !NUMBER_OF_SOMEONE.test(given))
  return usable ? given : randomUUID()
}

import type { TryRequest } from '../../http/trySchemas'

/** The same question over the API, for a shell; the key is left to be filled in. */
export const curlFor = ({ question, messages, locale, asOf }: TryRequest, origin: string): string =>
  [
    `curl -sS ${quoted(`${origin}/api/v1/answer`)}`,
    "-H 'Authorization: Bearer vch_…'",
    "-H 'Content-Type: application/json'",
    `-d ${quoted(JSON.stringify({ question, messages, locale, asOf }))}`,
  ].join(' \\\n  ')

/** One word for a POSIX shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

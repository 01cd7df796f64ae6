import { EVENT_HEADERS } from '../eventStream'

/**
 * Events as OpenAI's clients read them. The answer is there and its receipt stored before the first byte, so that what is
 * broken is told by a status, which a client knows to try again.
 */
export const eventsResponse = (lines: readonly string[], headers: Record<string, string>): Response =>
  new Response(lines.map((line) => `${line}\n\n`).join(''), { headers: { ...headers, ...EVENT_HEADERS } })

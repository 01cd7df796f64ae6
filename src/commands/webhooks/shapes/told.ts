/** What a message tells of a hand-over, and where a colleague opens it. */
export interface ToldHandover {
  /** handover.created, …replied, …resolved, …returned. */
  event: string
  /** ISO 8601. */
  at: string
  id: string
  queue: string | null
  urgency: string
  reason: string
  /** In the admin. */
  href: string
  /** What a colleague wrote. */
  words: string | null
  by: string | null
  /** Only where the webhook gets the whole hand-over. */
  intent: string | null
  summary: string | null
  transcript: { role: string; content: string }[]
}

/** “complaint”, “asks for person”: a reason as a person reads it. */
export function reasonWords(reason: string): string {
  return reason.replaceAll('_', ' ')
}

/** As Zendesk and Slack take a title. */
const LONGEST_TITLE = 150

/** What it is about, in a line. */
export function titleOf({ reason, queue, intent }: ToldHandover): string {
  const about = intent?.replaceAll(/\s+/g, ' ').trim()
  const title = about || `Hand-over: ${reasonWords(reason)}`
  const line = queue ? `[${queue}] ${title}` : title
  return line.length > LONGEST_TITLE ? `${line.slice(0, LONGEST_TITLE - 1).trimEnd()}…` : line
}

/** What happened, for people; the conversation below it where it is told. */
export function bodyOf(told: ToldHandover): string {
  const { event, reason, urgency, words, by, summary, transcript, href } = told
  const lines = [
    event === 'handover.created'
      ? `A customer was passed to a person: ${reasonWords(reason)}.${urgency === 'high' ? ' It is urgent.' : ''}`
      : `${by ?? 'A colleague'} ${DONE[event] ?? 'worked on it'}.`,
    words ?? '',
    summary ?? '',
    transcript.map(({ role, content }) => `${role === 'user' ? 'Customer' : 'Bot'}: ${content}`).join('\n'),
    `Open it in Vouch: ${href}`,
  ]
  return lines.filter(Boolean).join('\n\n')
}

const DONE: Readonly<Record<string, string>> = {
  'handover.replied': 'answered the customer',
  'handover.resolved': 'resolved it',
  'handover.returned': 'gave it back to the bot',
}

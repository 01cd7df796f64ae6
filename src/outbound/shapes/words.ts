import { labelled } from './labelled'
import type { Told } from './types'

/** Turns of a conversation that a desk is shown; the rest is on the page in the admin. */
const MOST_TURNS = 30
/** Characters of one turn, of a subject and of a whole description. */
const [MOST_OF_TURN, MOST_OF_SUBJECT, MOST_OF_ALL] = [2_000, 140, 20_000]

/** One line that tells what a message is about; in the customer's words where the receiver gets them. */
export function subjectOf(told: Told): string {
  const subject = isUrgent(told) ? `Urgent: ${aboutOf(told)}` : aboutOf(told)
  return cut(subject, MOST_OF_SUBJECT)
}

/** The same where it is said already how urgent it is. */
export function aboutOf({ type, data, package: known }: Told): string {
  const about = known?.intent.summary.replaceAll(/\s+/g, ' ').trim()
  return cut(
    about || `${labelled(data['reason'] ?? type)}, ${String(data['queue'] ?? 'Vouch')}`,
    MOST_OF_SUBJECT,
  )
}

export const isUrgent = ({ data }: Told): boolean => data['urgency'] === 'high'

/** A part of a description: a heading and its lines. */
export interface Part {
  heading: string
  lines: string[]
}

/** What a colleague reads first, as plain text in parts; what the receiver does not get is left out. */
export function partsOf(told: Told): Part[] {
  const { data, package: known, link } = told
  const facts = [
    ['Why', labelled(data['reason'])],
    ['Queue', data['queue']],
    ['Urgency', labelled(data['urgency'])],
    ['They sound', known?.sentiment.label],
    ['About', known?.intent.topic],
    ['In Vouch', link],
  ].flatMap(([name, value]) => (value ? [`${String(name)}: ${String(value)}`] : []))
  const parts: Part[] = [
    { heading: 'Hand-over', lines: facts },
    { heading: 'What they want', lines: known?.intent.summary ? [known.intent.summary] : [] },
    {
      heading: 'What they told us',
      lines: known?.details.map(({ kind, text }) => `${labelled(kind)}: ${text}`) ?? [],
    },
    { heading: 'Next steps', lines: known?.nextSteps.map((step, i) => `${i + 1}. ${step}`) ?? [] },
    { heading: 'Approved texts about it', lines: known?.considered.map(({ title }) => title) ?? [] },
    { heading: 'The conversation', lines: turnsOf(told) },
  ]
  return parts.filter(({ lines }) => lines.length > 0)
}

function turnsOf({ package: known }: Told): string[] {
  if (!known) return []
  const { transcript } = known
  const shown = transcript.slice(-MOST_TURNS)
  const left = transcript.length - shown.length
  return [
    ...(left > 0 ? [`(${left} earlier turns are in Vouch.)`] : []),
    ...shown.map(
      ({ role, content }) => `${role === 'user' ? 'Customer' : 'Bot'}: ${cut(content, MOST_OF_TURN)}`,
    ),
  ]
}

/** The parts as one plain text. */
export const plainText = (told: Told): string =>
  cut(
    partsOf(told)
      .map(({ heading, lines }) => [heading, ...lines].join('\n'))
      .join('\n\n'),
    MOST_OF_ALL,
  )

/** No longer than that, and no half of a character. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

import { labelled } from './labelled'
import type { Shape, Told } from './types'
import { aboutOf, cut, isUrgent, partsOf } from './words'

/** Slack's limits: characters of a section and of a header, and blocks of a message. */
const [MOST_OF_SECTION, MOST_OF_HEADER, MOST_BLOCKS] = [3_000, 150, 50]

/**
 * A message of an incoming webhook. Everything that is not ours is escaped and sent as plain text, so that nobody's words call a
 * channel, mention a colleague or hide a link.
 */
export const slack: Shape = (told) => {
  const sections = sectionsOf(told).slice(0, MOST_BLOCKS - 2)
  return {
    body: {
      text: escapeSlack(`${headlineOf(told)}: ${aboutOf(told)}`),
      blocks: [
        { type: 'header', text: plain(headlineOf(told), MOST_OF_HEADER) },
        ...sections.map((text) => ({ type: 'section', text: plain(text, MOST_OF_SECTION) })),
        ...linkOf(told),
      ],
    },
    headers: {},
  }
}

const HEADLINES: Readonly<Record<string, string>> = {
  'handover.created': 'A customer waits for a person',
  'handover.replied': 'A colleague answered a customer',
  'handover.resolved': 'A hand-over is done',
  'handover.returned': 'A hand-over went back to the bot',
  'gap.verified': 'A gap is closed',
  'gap.reopened': 'A gap is open again',
  'release.withdrawn': 'A text was withdrawn',
  'release.recalled': 'A text was recalled',
}

const headlineOf = (told: Told): string =>
  `${isUrgent(told) ? 'Urgent: ' : ''}${HEADLINES[told.type] ?? labelled(told.type)}`

function sectionsOf(told: Told): string[] {
  if (told.type.startsWith('handover.')) {
    const said = ['reply', 'summary'].flatMap((name) =>
      typeof told.data[name] === 'string' ? [`${labelled(name)}: ${told.data[name]}`] : [],
    )
    return [
      ...partsOf({ ...told, link: null }).map(({ heading, lines }) => [heading, ...lines].join('\n')),
      ...(said.length > 0 ? [said.join('\n')] : []),
    ]
  }
  const facts = Object.entries(told.data).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [`${name}: ${value}`] : [],
  )
  return facts.length > 0 ? [facts.join('\n')] : []
}

/** A link and no button: a button would report each click to an app that there is not. */
const linkOf = ({ link }: Told) =>
  link ? [{ type: 'section', text: { type: 'mrkdwn', text: `<${escapeSlack(link)}|Open in Vouch>` } }] : []

const plain = (text: string, most: number) => ({ type: 'plain_text', text: cut(text, most), emoji: false })

/** What `text` reads as marks of Slack's own. */
const escapeSlack = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

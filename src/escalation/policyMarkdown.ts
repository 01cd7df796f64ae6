import type { BlockContent, Heading, List, Paragraph, RootContent } from 'mdast'
import { writeMarkdown } from '../markdown/write'
import type { EscalationPolicy } from './policy'

/** The headings of a policy’s text. */
export const HEADINGS = {
  handling: 'What happens',
  words: 'What the customer is told',
  numbers: 'Numbers to call',
  hours: 'Opening hours',
  steps: 'Next steps for the colleague',
  fires: 'Messages that fire',
  lookalikes: 'Messages that only look so',
  always: 'Phrases that always fire',
  never: 'Phrases that never fire',
} as const

export const OUTSIDE = ', outside opening hours'

/**
 * A policy as the text that people review and sign: one Markdown for one policy, and `readPolicyMarkdown` makes the same
 * policy of it. So the signature of the text covers everything that decides.
 */
export function writePolicyMarkdown(policy: EscalationPolicy): string {
  const { words, numbers, hours } = policy
  return writeMarkdown([
    ...listed(HEADINGS.handling, handlingOf(policy)),
    ...section(
      HEADINGS.words,
      words.flatMap(({ locale, text, outside }) => [
        heading(3, locale),
        paragraph(text),
        ...(outside ? [heading(3, `${locale}${OUTSIDE}`), paragraph(outside)] : []),
      ]),
    ),
    ...listed(
      HEADINGS.numbers,
      numbers.map(({ country, line, number }) => `${country} ${line}: ${number}`),
    ),
    ...listed(HEADINGS.hours, hours ? hoursOf(hours) : []),
    ...listed(HEADINGS.steps, policy.steps, { ordered: true }),
    ...listed(HEADINGS.fires, policy.fires),
    ...listed(HEADINGS.lookalikes, policy.lookalikes),
    ...listed(HEADINGS.always, policy.always),
    ...listed(HEADINGS.never, policy.never),
  ])
}

const handlingOf = ({ label, role, urgency, threshold, queue }: EscalationPolicy): string[] => [
  `Label: ${label}`,
  `Role: ${role}`,
  `Urgency: ${urgency}`,
  ...(threshold === null ? [] : [`Threshold: ${threshold}`]),
  ...(queue === null ? [] : [`Queue: ${queue}`]),
]

const hoursOf = ({ timeZone, open, outsideQueue }: NonNullable<EscalationPolicy['hours']>): string[] => [
  `Time zone: ${timeZone}`,
  ...open.map(({ days, from, to }) => `Open ${days.join(' ')}: ${from} to ${to}`),
  ...(outsideQueue === null ? [] : [`Queue outside: ${outsideQueue}`]),
]

function section(title: string, blocks: RootContent[]): RootContent[] {
  return blocks.length > 0 ? [heading(2, title), ...blocks] : []
}

function listed(title: string, items: readonly string[], { ordered = false } = {}): RootContent[] {
  const list: List = {
    type: 'list',
    ordered,
    spread: false,
    children: items.map((item) => ({
      type: 'listItem',
      spread: false,
      children: [paragraph(item)] as BlockContent[],
    })),
  }
  return section(title, items.length > 0 ? [list] : [])
}

const heading = (depth: 2 | 3, value: string): Heading => ({
  type: 'heading',
  depth,
  children: [{ type: 'text', value }],
})

const paragraph = (value: string): Paragraph => ({ type: 'paragraph', children: [{ type: 'text', value }] })

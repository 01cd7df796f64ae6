import type { Root, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { parseMarkdown } from '../markdown/read'
import { EscalationPolicySchema, type EscalationPolicy } from './policy'
import { HEADINGS, OUTSIDE } from './policyMarkdown'

/** The policy that a signed text says. @throws {z.ZodError} where it says none. */
export function readPolicyMarkdown(text: string): EscalationPolicy {
  const sections = sectionsOf(parseMarkdown(text))
  const items = (title: string) => itemsIn(sections.get(title) ?? [])
  const fields = fieldsIn(items(HEADINGS.handling))
  return EscalationPolicySchema.parse({
    label: fields.get('Label'),
    role: fields.get('Role'),
    urgency: fields.get('Urgency'),
    threshold: fields.has('Threshold') ? Number(fields.get('Threshold')) : null,
    queue: fields.get('Queue') ?? null,
    words: wordsIn(sections.get(HEADINGS.words) ?? []),
    numbers: items(HEADINGS.numbers).map(numberOf),
    hours: hoursIn(items(HEADINGS.hours)),
    steps: items(HEADINGS.steps),
    fires: items(HEADINGS.fires),
    lookalikes: items(HEADINGS.lookalikes),
    always: items(HEADINGS.always),
    never: items(HEADINGS.never),
  })
}

/** The blocks under each heading of the second level. */
function sectionsOf({ children }: Root): Map<string, RootContent[]> {
  const sections = new Map<string, RootContent[]>()
  let current: RootContent[] = []
  for (const block of children) {
    if (block.type === 'heading' && block.depth === 2) sections.set(toString(block), (current = []))
    else current.push(block)
  }
  return sections
}

const itemsIn = (blocks: readonly RootContent[]): string[] =>
  blocks.flatMap((block) => (block.type === 'list' ? block.children.map((item) => toString(item)) : []))

/** `Name: value`. */
const fieldsIn = (items: readonly string[]): Map<string, string> => new Map(items.map(atColon))

function atColon(item: string): [string, string] {
  const at = item.indexOf(': ')
  return at < 0 ? [item, ''] : [item.slice(0, at), item.slice(at + 2)]
}

function wordsIn(blocks: readonly RootContent[]): unknown[] {
  const words = new Map<string, { locale: string; text: string; outside: string | null }>()
  let [locale, isOutside] = ['', false]
  for (const block of blocks) {
    if (block.type === 'heading') {
      const title = toString(block)
      isOutside = title.endsWith(OUTSIDE)
      locale = isOutside ? title.slice(0, -OUTSIDE.length) : title
    } else if (isOutside) {
      const own = words.get(locale)
      if (own) own.outside = toString(block)
    } else words.set(locale, { locale, text: toString(block), outside: null })
  }
  return [...words.values()]
}

function numberOf(item: string): { country: string; line: string; number: string } {
  const [place, number] = atColon(item)
  const [country = '', line = ''] = place.split(' ')
  return { country, line, number }
}

function hoursIn(items: readonly string[]): unknown {
  if (items.length === 0) return null
  const fields = fieldsIn(items)
  return {
    timeZone: fields.get('Time zone'),
    open: [...fields].flatMap(([name, value]) => {
      const [from, to] = value.split(' to ')
      return name.startsWith('Open ') ? [{ days: name.slice('Open '.length).split(' '), from, to }] : []
    }),
    outsideQueue: fields.get('Queue outside') ?? null,
  }
}

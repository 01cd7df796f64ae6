import type { Payload } from 'payload'
import { NONE, type Dimension } from '../../measures/slices'

/** What people call the values of a dimension: topics and bots by name, languages in English. */
export async function readNames(payload: Payload, dimension: Dimension): Promise<(value: string) => string> {
  const names = await namesOf(payload, dimension)
  return (value) => (value === NONE ? UNKNOWN[dimension] : (names(value) ?? value))
}

const UNKNOWN: Record<Dimension, string> = {
  topic: 'No topic',
  bot: 'No bot',
  channel: 'No channel named',
  language: 'No language',
}

const LANGUAGE = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'code' })

async function namesOf(
  payload: Payload,
  dimension: Dimension,
): Promise<(value: string) => string | undefined> {
  if (dimension === 'language') return languageName
  if (dimension === 'channel') return (value) => value
  const { docs } = await payload.find({
    collection: dimension === 'topic' ? 'topics' : 'bots',
    select: { name: true },
    depth: 0,
    pagination: false,
  })
  const names = new Map(docs.map(({ id, name }) => [id, name]))
  return (value) => names.get(value)
}

function languageName(code: string): string | undefined {
  try {
    return LANGUAGE.of(code)
  } catch {
    return undefined
  }
}

import type { RedactedKind } from './redaction/types'
import { secretsIn } from './redact'

/** How a customer is reached and known. It is kept sealed, and with a hand-over alone. */
export const CONTACT_KINDS = ['name', 'phone', 'e-mail', 'address', 'order number'] as const
export type ContactKind = (typeof CONTACT_KINDS)[number]

/** Something by which a colleague reaches the customer, as they wrote it. */
export interface ContactDetail {
  kind: ContactKind
  text: string
  /** The turn in which it was first given, counted from 1; null where it is not in the transcript: the bot knew it, or it came later. */
  turn: number | null
}

/** What a bot knows of a customer before they say anything. */
export interface KnownContact {
  name?: string | undefined
  phone?: string | undefined
  email?: string | undefined
  address?: string | undefined
  orderNumber?: string | undefined
}

/** More than anybody gives; a message of nothing but addresses fills no database. */
const MOST = 40
const LONGEST = 500

/** What is redacted of a message and is a colleague's to know. Cards, codes, passwords and numbers of the state are nobody's. */
const KIND_OF: Partial<Record<RedactedKind, ContactKind>> = {
  'telephone number': 'phone',
  'e-mail address': 'e-mail',
  'postal address': 'address',
}

const GIVEN_BY_BOT: readonly [keyof KnownContact, ContactKind][] = [
  ['name', 'name'],
  ['phone', 'phone'],
  ['email', 'e-mail'],
  ['address', 'address'],
  ['orderNumber', 'order number'],
]

/**
 * How the customer can be reached: what the bot knew, then what they wrote themselves, each once. Its words are in the clear: they
 * are for the vault alone. Pure.
 */
export function contactIn({
  messages,
  known = {},
}: {
  messages: readonly { role: 'user' | 'assistant'; content: string }[]
  known?: KnownContact | undefined
}): ContactDetail[] {
  const given = GIVEN_BY_BOT.flatMap(([name, kind]): ContactDetail[] => {
    const text = known[name]?.trim()
    return text ? [{ kind, text, turn: null }] : []
  })
  const written = messages.flatMap(({ role, content }, i) =>
    role === 'user' ? writtenIn(content, i + 1) : [],
  )
  return onceEach([...given, ...written])
}

const writtenIn = (content: string, turn: number): ContactDetail[] =>
  secretsIn(content).flatMap(({ kind, start, end }) => {
    const of = KIND_OF[kind]
    return of ? [{ kind: of, text: content.slice(start, end).trim(), turn }] : []
  })

/** These details without what is among `before`, or came twice. */
export function onceEach(
  details: readonly ContactDetail[],
  before: readonly ContactDetail[] = [],
): ContactDetail[] {
  const seen = new Set(before.map(sameAs))
  return details
    .filter((detail) => {
      const key = sameAs(detail)
      return !seen.has(key) && seen.add(key)
    })
    .slice(0, Math.max(0, MOST - before.length))
    .map(({ kind, text, turn }) => ({ kind, text: text.slice(0, LONGEST), turn }))
}

/** A number is the same however its digits are grouped. */
const sameAs = ({ kind, text }: ContactDetail): string =>
  `${kind} ${kind === 'phone' ? text.replaceAll(/\D/g, '') : text.toLowerCase().replaceAll(/\s+/g, ' ')}`

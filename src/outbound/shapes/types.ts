import type { WebhookEvent } from '../../vocabulary'

/** What a customer was passed on with, as far as a desk shows it. */
export interface ToldPackage {
  intent: { summary: string; topic: string | null }
  details: readonly { kind: string; text: string }[]
  transcript: readonly { role: 'user' | 'assistant'; content: string }[]
  sentiment: { label: string }
  nextSteps: readonly string[]
  considered: readonly { title: string }[]
}

/** One message of the outbox, before it is put into a receiver's shape. */
export interface Told {
  /** The same at every try (`webhook-id`). */
  id: string
  type: WebhookEvent
  timestamp: string
  data: Readonly<Record<string, unknown>>
  /** Of a hand-over, where the receiver gets what the customer wrote. */
  package: ToldPackage | null
  /** As the receiver of the specification gets it. */
  rawPackage?: unknown
  /** The page in the admin. */
  link: string | null
}

/** What an admin set for a receiver that needs it. */
export interface ShapeSettings {
  /** Intercom: the type of the tickets, by its id. */
  ticketType?: string | null | undefined
  /** Intercom: the contact that stands for whoever wrote, by its id. */
  contact?: string | null | undefined
}

/** What is posted. */
export interface Shaped {
  body: unknown
  headers: Record<string, string>
}

/** Puts a message into the shape of a receiver. Pure: the same message, the same bytes at every try. */
export type Shape = (told: Told, settings: ShapeSettings) => Shaped

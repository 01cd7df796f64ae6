import { z } from 'zod'
import { ESCALATION_LABELS, ESCALATION_ROLES } from '../vocabulary'

const readable = <T extends z.ZodType>(schema: T) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((items) => items.flatMap((item) => schema.safeParse(item).data ?? []))

const words = readable(z.string())

/** A stored package (handover/package.ts), as far as it can be read; older ones lack parts. */
const packageSchema = z.object({
  /** Older ones were passed to a person, who took over. */
  role: z.enum(ESCALATION_ROLES).catch('escalate'),
  label: z.enum(ESCALATION_LABELS).nullable().catch(null),
  evidence: z.string().catch(''),
  intent: z
    .object({ summary: z.string().catch(''), topic: z.string().nullable().catch(null) })
    .catch({ summary: '', topic: null }),
  details: readable(z.object({ kind: z.string(), text: z.string() })),
  transcript: readable(z.object({ role: z.enum(['user', 'assistant']), content: z.string() })),
  tried: words,
  considered: readable(
    z.object({ chunkId: z.string(), title: z.string(), headingPath: words, text: z.string() }),
  ),
  sentiment: z
    .object({ label: z.enum(['calm', 'upset', 'angry']), why: words })
    .catch({ label: 'calm', why: [] }),
  nextSteps: words,
  redacted: words,
  /** Of which kinds the sealed contact details are. */
  contact: words,
})

export type HandoverRecord = z.infer<typeof packageSchema>

/** What a colleague was given, from what is stored; what cannot be read is empty. */
export const parseHandover = (stored: unknown): HandoverRecord =>
  packageSchema.parse(stored && typeof stored === 'object' ? stored : {})

/** The turn, counted from 1, in which a detail was first given; null when it is in none of them. */
export const turnOf = ({ transcript }: HandoverRecord, text: string): number | null => {
  const at = transcript.findIndex(
    ({ role, content }) => role === 'user' && content.toLowerCase().includes(text.toLowerCase()),
  )
  return at === -1 ? null : at + 1
}

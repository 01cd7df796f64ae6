import { z } from 'zod'
import type { Gap } from '../../../payload-types'
import { UNPROVEN } from './proof'

const failingSchema = z.object({ question: z.string(), why: z.enum(UNPROVEN), releaseId: z.string() })

/** The wording that is not answered from a text that came since, and why not. */
export type Failing = z.infer<typeof failingSchema>

/** The wording that a gap’s text does not answer yet; null where none is known. */
export const failingOf = ({ failing }: Pick<Gap, 'failing'>): Failing | null =>
  failingSchema.safeParse(failing).data ?? null

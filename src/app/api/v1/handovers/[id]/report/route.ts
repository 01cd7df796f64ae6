import { reportFromHandover } from '@/commands/assist/reportArticle'
import { articleReport } from '@/http/assist'

/** A colleague says that a text is missing or wrong. */
export const POST = articleReport('write:handovers', reportFromHandover)

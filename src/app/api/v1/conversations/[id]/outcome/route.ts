import { reportOutcome } from '@/commands/conversations/reportConversation'
import { conversationReport } from '@/http/conversations'
import { OutcomeReportSchema } from '@/http/conversationSchemas'

export const POST = conversationReport(OutcomeReportSchema, reportOutcome)

import { reportFeedback } from '@/commands/conversations/reportConversation'
import { conversationReport } from '@/http/conversations'
import { FeedbackReportSchema } from '@/http/conversationSchemas'

export const POST = conversationReport(FeedbackReportSchema, reportFeedback)

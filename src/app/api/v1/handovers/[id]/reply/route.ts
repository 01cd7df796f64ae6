import { replyToHandover } from '@/commands/handovers/workHandover'
import { handoverAct } from '@/http/handovers'
import { ReplyHandoverSchema } from '@/http/handoverSchemas'

export const POST = handoverAct(ReplyHandoverSchema, replyToHandover)

import { returnHandover } from '@/commands/handovers/workHandover'
import { handoverAct } from '@/http/handovers'
import { ReturnHandoverSchema } from '@/http/handoverSchemas'

export const POST = handoverAct(ReturnHandoverSchema, returnHandover)

import { claimHandover } from '@/commands/handovers/workHandover'
import { handoverAct } from '@/http/handovers'
import { ClaimHandoverSchema } from '@/http/handoverSchemas'

export const POST = handoverAct(ClaimHandoverSchema, claimHandover)

import { resolveHandover } from '@/commands/handovers/workHandover'
import { handoverAct } from '@/http/handovers'
import { ResolveHandoverSchema } from '@/http/handoverSchemas'

export const POST = handoverAct(ResolveHandoverSchema, resolveHandover)

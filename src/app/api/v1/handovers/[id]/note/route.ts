import { noteOnHandover } from '@/commands/handovers/workHandover'
import { handoverAct } from '@/http/handovers'
import { NoteHandoverSchema } from '@/http/handoverSchemas'

export const POST = handoverAct(NoteHandoverSchema, noteOnHandover)

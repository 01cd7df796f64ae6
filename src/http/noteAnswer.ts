import type { AnswerResponse } from '../answer/schema'
import type { Asked } from '../commands/asked'
import { redact } from '../handover/redact'
import type { Noting } from '../tracing/step'

/** What a span says of the question before it is answered, by OpenTelemetry's conventions for generative AI. */
export function noteQuestion({ set, showsText }: Noting, { bot, request, requestId }: Asked): void {
  set({
    'gen_ai.operation.name': 'invoke_agent',
    'gen_ai.provider.name': 'vouch',
    'gen_ai.agent.name': bot.name,
    'vouch.bot.id': bot.id,
    'vouch.request.id': requestId,
    ...(showsText && { 'gen_ai.input.messages': messageOf('user', request.question) }),
  })
}

/** What it says of the answer: the receipt has the rest. */
export function noteAnswer({ set, showsText }: Noting, answer: AnswerResponse): void {
  set({
    'vouch.receipt.id': answer.receiptId,
    'vouch.outcome': answer.outcome,
    'vouch.reason': 'reason' in answer ? answer.reason : undefined,
    'vouch.degraded': answer.degraded.join(',') || undefined,
    'vouch.citations': answer.outcome === 'answered' ? answer.citations.length : undefined,
    ...(showsText && { 'gen_ai.output.messages': messageOf('assistant', answer.message) }),
  })
}

/** One message in the shape of the conventions, without what leads to a person. */
const messageOf = (role: 'user' | 'assistant', content: string): string =>
  JSON.stringify([{ role, parts: [{ type: 'text', content: redact(content).text }] }])

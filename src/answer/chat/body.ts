import { z } from 'zod'
import type { ReasoningEffort } from '../../vocabulary'
import type { Dialect } from './dialect'
import type { ChatRequest } from './types'

interface BodyOptions {
  model: string
  /** The most tokens of a reply; the request's own unless told. */
  maxTokens?: number | undefined
  /** Tokens that a reasoning model may think beside its reply. */
  thinkingTokens: number
  effort?: ReasoningEffort | undefined
}

/**
 * A request in the words of the API. The schema also stands in the prompt: servers that take it constrain what comes out by
 * it, and show the model nothing of it. System and schema come first and are the same each time, so that a server that
 * keeps the beginnings of prompts reads them once.
 */
export function bodyOf<Value>(o: BodyOptions, dialect: Dialect, request: ChatRequest<Value>) {
  const schema = schemaOf(request.schema)
  const { format } = dialect
  const effort = dialect.effort ? o.effort : undefined
  return {
    model: o.model,
    messages: [
      {
        role: 'system' as const,
        content: `${request.system}\n\nReply with one JSON object and nothing else. Its JSON Schema:\n${JSON.stringify(schema)}`,
      },
      { role: 'user' as const, content: request.user },
    ],
    [dialect.limit]: Math.min(request.maxTokens, o.maxTokens ?? request.maxTokens) + o.thinkingTokens,
    ...(dialect.temperature && { temperature: 0 }),
    ...(effort && { reasoning_effort: effort as 'low' }),
    ...(format === 'json_object' && { response_format: { type: 'json_object' as const } }),
    ...(format === 'json_schema' && {
      response_format: {
        type: 'json_schema' as const,
        json_schema: { name: request.schemaName, strict: true, schema },
      },
    }),
  }
}

/** Without the address of the draft, which some servers refuse. */
const schemaOf = (schema: z.ZodType): Record<string, unknown> => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema)
  return rest
}

/**
 * What a server says of its refusal, as OpenAI would: `{ error: { message } }`. The client reads nothing else, and servers
 * that call themselves compatible put it as text (LM Studio), without a wrapper (Text Embeddings Inference, vLLM before
 * 0.10), as `detail` (FastAPI) or in a list (Gemini). Null when it stands as it should, or cannot be read.
 */
export function errorAsOpenAI(text: string): { error: Record<string, unknown> } | null {
  const body = first(parsed(text))
  if (!isObject(body)) return null
  const { error } = body
  if (isObject(error)) return Array.isArray(parsed(text)) ? { error } : null
  if (typeof error === 'string' && typeof body['message'] !== 'string')
    return { error: { ...body, message: error } }
  if (typeof body['message'] === 'string') return { error: body }
  const { detail } = body
  if (detail === undefined) return null
  return { error: { message: typeof detail === 'string' ? detail : JSON.stringify(detail) } }
}

const first = (value: unknown): unknown => (Array.isArray(value) ? (value as unknown[])[0] : value)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

import { HttpProblem } from './problem'

export function tooLarge(maxBytes: number): HttpProblem {
  return new HttpProblem({
    status: 413,
    title: 'Too large',
    detail: `A request of this kind may be ${Math.floor(maxBytes / 1024)} KiB at most.`,
    // What was not read cannot be told from the next request.
    headers: { connection: 'close' },
  })
}

/** A request's body, counted as it comes: what it says of its own length is only believed when that is too much. @throws {HttpProblem} 413 */
export async function readBody(request: Request, maxBytes: number): Promise<Buffer> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes)
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of (request.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    size += part.byteLength
    if (size > maxBytes) throw tooLarge(maxBytes)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

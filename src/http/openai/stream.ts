/**
 * Events as OpenAI's clients read them. The answer is there and its receipt stored before the first byte, so that what is
 * broken is told by a status, which a client knows to try again.
 */
export const eventsResponse = (lines: readonly string[], headers: Record<string, string>): Response =>
  new Response(
    new ReadableStream<Uint8Array>({
      start(controller) {
        for (const line of lines) controller.enqueue(new TextEncoder().encode(`${line}\n\n`))
        controller.close()
      },
    }),
    {
      headers: {
        ...headers,
        'content-type': 'text/event-stream; charset=utf-8',
        // no-transform: else Next's compression holds events back.
        'cache-control': 'no-store, no-transform',
        'x-accel-buffering': 'no',
      },
    },
  )

/** Takes an installation that has ended out of Payload’s own cache, so that the next file of this process gets its own. */
export function forgetPayload(): void {
  ;(globalThis as unknown as Record<string, Map<string, unknown> | undefined>)['_payload']?.clear()
}

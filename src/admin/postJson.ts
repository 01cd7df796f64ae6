/** The sentence to show a person when a call was refused or did not arrive. */
export type Posted<T> = { ok: true; value: T } | { ok: false; detail: string }

/** Posts JSON to our own API as the signed-in person; a refusal comes back in the API’s own words. */
export const postJson = async <T>(path: string, body: unknown): Promise<Posted<T>> => {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const json: unknown = await response.json().catch(() => null)
    if (response.ok) return { ok: true, value: json as T }
    const detail = (json as { detail?: string } | null)?.detail
    return { ok: false, detail: detail ?? `The server answered ${response.status}. Try again shortly.` }
  } catch {
    return { ok: false, detail: 'The server cannot be reached. Check your connection and try again.' }
  }
}

/** What came of a call; where it was refused or did not arrive, the sentence to show a person. */
export type Posted<T> = { ok: true; value: T } | { ok: false; detail: string; unreached: boolean }

const UNREACHED =
  'The server cannot be reached. Nothing that you wrote is lost: it stays here. Check your connection and try again.'

/** Posts JSON to our own API as the signed-in person; a refusal comes back in the API’s own words. */
export const postJson = <T>(path: string, body: unknown): Promise<Posted<T>> =>
  post(path, { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

/** Sends the bytes of one file, under its name. */
export const postFile = <T>(path: string, file: File): Promise<Posted<T>> =>
  post(path, {
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) },
    body: file,
  })

const post = async <T>(path: string, init: RequestInit): Promise<Posted<T>> => {
  try {
    const response = await fetch(path, { method: 'POST', ...init })
    const json: unknown = await response.json().catch(() => null)
    if (response.ok) return { ok: true, value: json as T }
    return { ok: false, detail: detailOf(json) ?? unexplained(response.status), unreached: false }
  } catch {
    return { ok: false, detail: UNREACHED, unreached: true }
  }
}

/** A problem as a person reads it: what is wrong in each field that is named, else the problem's own words. */
export const detailOf = (json: unknown): string | null => {
  const { detail, errors } = (json ?? {}) as {
    detail?: string
    errors?: { pointer: string; detail: string; message?: string }[]
  }
  // As Payload’s own addresses say it.
  if (!detail) return errors?.[0]?.message ?? null
  return errors?.length
    ? errors.map(({ pointer, detail: wrong }) => `${fieldNamed(pointer)}${wrong}`).join(' ')
    : detail
}

/** `/expiresOn/0` as “Expires on: ”; nothing for the whole of what was sent. */
const fieldNamed = (pointer: string): string => {
  const words = (pointer.split('/')[1] ?? '').replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return words && `${words[0]?.toUpperCase()}${words.slice(1)}: `
}

const unexplained = (status: number): string =>
  status === 401
    ? 'You were signed out. Sign in again in another tab, then press the button again: what you wrote stays here.'
    : `The server answered ${status}. Try again shortly; what you wrote stays here.`

/** What the server answered, as far as a form reads it. */
export interface Answered {
  status: number
  /** What people are told. */
  message: string
  /** The fields that are marked, each with its words. */
  fields: Record<string, string>
  /** What was made or changed. */
  doc: Record<string, unknown> & { id: string }
}

interface Told {
  message?: string
  data?: { errors?: { path: string; message: string }[] }
}

/** One person at the REST API, by the token of their session. */
export const restOf = (base: string, token = '') => {
  return async (method: string, path: string, body?: unknown): Promise<Answered> => {
    const response = await fetch(`${base}/api/${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token && { authorization: `JWT ${token}` }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const json = (await response.json()) as { errors?: Told[]; detail?: string; doc?: Answered['doc'] }
    const told = json.errors?.[0]
    const marked = told?.data?.errors?.map(({ path: field, message }) => [field, message]) ?? []
    return {
      status: response.status,
      message: told?.message ?? json.detail ?? '',
      fields: Object.fromEntries(marked) as Record<string, string>,
      doc: json.doc ?? ((json as { user?: unknown }).user as Answered['doc']) ?? (json as never),
    }
  }
}

/** Signs in. @returns the token of the session. */
export const tokenOf = async (base: string, email: string, password: string): Promise<string> => {
  const response = await fetch(`${base}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  return ((await response.json()) as { token: string }).token
}

/** The state of the editor for one paragraph. */
export const paragraph = (text: string) => ({
  root: {
    type: 'root',
    format: '',
    indent: 0,
    version: 1,
    direction: null,
    children: [
      {
        type: 'paragraph',
        format: '',
        indent: 0,
        version: 1,
        direction: null,
        children: [{ type: 'text', text, format: 0, detail: 0, mode: 'normal', style: '', version: 1 }],
      },
    ],
  },
})

/** Addresses within the admin. */
export const documentHref = (collection: string, id: string): string =>
  `/admin/collections/${collection}/${id}`

/** Where a version is read, judged and signed. */
export const reviewHref = (collection: string, id: string): string => `/admin/review/${collection}/${id}`

/** Where a person talks to a bot as a customer would. */
export const chatHref = (bot: string): string => `/admin/chat/${encodeURIComponent(bot)}`

export const WAITING_HREF = '/admin/waiting'

/** Where it is asked whether a bot ever said something. */
export const SAID_HREF = '/admin/said'

/** How a person signs in. */
export const SIGN_IN_HREF = '/admin/sign-in'

/** Where files are brought in as drafts. */
export const IMPORT_HREF = '/admin/import'

/** A list, filtered by `where` clauses of the form `field[operator]=value`. */
export const listHref = (collection: string, where: Record<string, string> = {}): string => {
  const query = Object.entries(where).map(([path, value]) => {
    const [field, operator = 'equals'] = path.split('.')
    return `where[and][0][${field}][${operator}]=${encodeURIComponent(value)}`
  })
  return `/admin/collections/${collection}${query.length ? `?${query.join('&')}` : ''}`
}

/** The room where a question is asked as a bot, with a question in it. @param draft `collection/id` of a draft to try. */
export const tryHref = ({
  question,
  bot,
  draft,
}: { question?: string; bot?: string; draft?: string } = {}): string => {
  const query = new URLSearchParams({
    ...(question && { question }),
    ...(bot && { bot }),
    ...(draft && { draft }),
  }).toString()
  return `/admin/try${query && `?${query}`}`
}

/** The conversation that a receipt is of, at its turn. @param drawn how it came to be reviewed. */
export const transcriptHref = (receipt: string, drawn?: 'risk' | 'random'): string =>
  `/admin/transcripts/${receipt}${drawn ? `?drawn=${drawn}` : ''}`

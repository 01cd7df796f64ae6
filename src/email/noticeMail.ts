import type { Notification } from '../../payload-types'

/** What is mailed of a notice. */
export type MailedNotice = Pick<Notification, 'kind' | 'title' | 'body' | 'href'>

export interface Mail {
  subject: string
  text: string
  html: string
}

/** Headings by kind, what asks for something first; the digest is in this order. */
const HEADINGS: Record<string, string> = {
  account: 'Your account',
  withdrawn: 'Withdrawn',
  right_to_confirm: 'Rights to confirm',
  review_overdue: 'Overdue: still true?',
  to_sign: 'Waiting for your signature',
  changes_requested: 'Changes asked for',
  review_due: 'Due for review',
  translation_due: 'Translations of texts that changed',
  comment: 'Comments',
  signed: 'Signed, can be published',
  gap_assigned: 'Gaps that are yours',
  gaps_weekly: 'How your gaps stand',
  webhook_dead: 'Webhook messages that were given up',
  right: 'Rights',
  owner_left: 'Yours now',
  expired: 'Expired',
  published: 'In force',
  scheduled: 'Scheduled',
  unscheduled: 'Cancelled',
}

/** At most this many of a kind are named; the rest are counted. */
const NAMED = 20

/** One mail for all of these notices to one person, grouped by kind, in plain text and HTML. */
export const noticeMail = (
  notices: readonly MailedNotice[],
  { name, publicUrl }: { name: string; publicUrl: string },
): Mail => {
  const groups = groupsOf(notices)
  const why = `You get this because you work on these texts in Vouch. Choose what is mailed, and when, on your account: ${publicUrl}/admin/account`
  const [only] = notices
  return {
    subject: oneLine(notices.length === 1 && only ? only.title : `Vouch: ${notices.length} things to know`),
    text: [`Hello ${oneLine(name)},`, ...groups.map((group) => textOf(group, publicUrl)), why, ''].join(
      '\n\n',
    ),
    html: `<!doctype html><html lang="en-GB"><body style="font-family:sans-serif;font-size:15px;line-height:1.5">
<p>Hello ${escapeHtml(name)},</p>
${groups.map((group) => htmlOf(group, publicUrl)).join('\n')}
<p style="color:#666;font-size:13px">${escapeHtml(why)}</p>
</body></html>`,
  }
}

interface Group {
  heading: string
  notices: MailedNotice[]
  /** How many more there are; a line that says so, or null. */
  more: string | null
}

const groupsOf = (notices: readonly MailedNotice[]): Group[] => {
  const order = Object.keys(HEADINGS)
  const rank = (kind: string) => (order.includes(kind) ? order.indexOf(kind) : order.length)
  const kinds = [...new Set(notices.map(({ kind }) => kind))].toSorted((a, b) => rank(a) - rank(b))
  return kinds.map((kind) => {
    const all = notices.filter((notice) => notice.kind === kind)
    return {
      heading: HEADINGS[kind] ?? `${kind.charAt(0).toUpperCase()}${kind.slice(1).replaceAll('_', ' ')}`,
      notices: all.slice(0, NAMED),
      more: all.length > NAMED ? `and ${all.length - NAMED} more, at the bell in Vouch` : null,
    }
  })
}

const textOf = ({ heading, notices, more }: Group, publicUrl: string): string =>
  [
    heading.toUpperCase(),
    ...notices.map(({ title, body, href }) =>
      [`- ${oneLine(title)}`, body && `  ${oneLine(body)}`, href && `  ${publicUrl}${href}`]
        .filter(Boolean)
        .join('\n'),
    ),
    ...(more ? [`  ${more}`] : []),
  ].join('\n')

const htmlOf = ({ heading, notices, more }: Group, publicUrl: string): string => {
  const items = notices.map(({ title, body, href }) => {
    const name = href
      ? `<a href="${escapeHtml(publicUrl + href)}">${escapeHtml(title)}</a>`
      : escapeHtml(title)
    return `<li>${name}${body ? `<br>${escapeHtml(body)}` : ''}</li>`
  })
  return `<h2 style="font-size:16px">${escapeHtml(heading)}</h2>\n<ul>${items.join('')}</ul>${more ? `<p>${escapeHtml(more)}</p>` : ''}`
}

/** A line break in a header would begin another header. */
const oneLine = (words: string): string => words.replaceAll(/\s+/g, ' ').trim()

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escapeHtml = (words: string): string => words.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)

import type { AuditLog } from '../../../payload-types'

interface Detail {
  comment?: string
  note?: string
  onBehalfOf?: string
  prefix?: string
  because?: string
  through?: string
  ownerName?: string | null
  from?: string | null
  to?: string | null
  format?: string
  changes?: Record<string, { from: unknown; to: unknown }>
}

const MOST_CHANGES = 4
const LONGEST_VALUE = 60

/** What a row tells beside its sentence: the person's own comment, and the facts that belong to the action. */
export const detailWords = ({
  action,
  detail,
}: Pick<AuditLog, 'action' | 'detail'>): {
  comment: string | null
  more: string | null
} => {
  const given = (detail ?? {}) as Detail
  return { comment: given.comment ?? given.note ?? null, more: moreOf(action, given) }
}

const moreOf = (action: string, detail: Detail): string | null => {
  if (action === 'verify.accepted') return detail.because ?? null
  if (detail.onBehalfOf) return `in the place of ${detail.onBehalfOf}`
  if (detail.prefix) return `vch_${detail.prefix}…`
  if (action === 'user.sign_in_failed') return failedBecause(detail)
  if (action === 'user.signed_in') return detail.through ? `through ${detail.through}` : null
  if (action === 'gap.assigned') return detail.ownerName ? `to ${detail.ownerName}` : 'nobody, for now'
  if (action === 'audit.exported')
    return `as ${detail.format}, ${detail.from ? `from ${detail.from.slice(0, 10)}` : 'from the first row'}${detail.to ? ` until ${detail.to}` : ''}`
  // What a new thing was given at first is told by the thing itself.
  if (action.endsWith('.changed') && detail.changes) return changesWords(detail.changes)
  return null
}

const failedBecause = ({ because, through }: Detail): string | null => {
  if (because === 'locked') return 'the account is locked after too many tries'
  return through ? `through ${through}: ${(because ?? '').replaceAll('_', ' ')}` : null
}

const changesWords = (changes: NonNullable<Detail['changes']>): string => {
  const all = Object.entries(changes)
  const told = all
    .slice(0, MOST_CHANGES)
    .map(([field, { from, to }]) => `${fieldWords(field)}: ${valueWords(from)} → ${valueWords(to)}`)
  return [...told, ...(all.length > MOST_CHANGES ? [`${all.length - MOST_CHANGES} more`] : [])].join(' · ')
}

const fieldWords = (field: string): string => field.replaceAll(/([A-Z])/g, ' $1').toLowerCase()

const valueWords = (value: unknown): string => {
  if (value === null || value === '' || (Array.isArray(value) && !value.length)) return 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const words = Array.isArray(value)
    ? value.map(String).join(', ')
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value)
  return words.length > LONGEST_VALUE ? `${words.slice(0, LONGEST_VALUE - 1)}…` : words
}

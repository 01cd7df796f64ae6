import { documentHref } from '../links'
import { StatePill } from '../states/StatePill'
import { VerificationPill } from '../states/VerificationPill'
import { exactTime } from '../time/relative'
import type { CalendarEntry } from './readCalendar'

/** One thing that happens: its kind by word, and the text that it happens to. */
export const Entry = ({ entry }: { entry: CalendarEntry }) => {
  const { collection, id, title, version, at } = entry
  return (
    <a
      className="vouch-entry-link"
      href={documentHref(collection, id)}
      title={`${title} v${version}, ${exactTime(at)}`}
    >
      <Kind entry={entry} />
      <span className="vouch-entry-link__title">
        {title} <span className="vouch-quiet">v{version}</span>
      </span>
    </a>
  )
}

const Kind = ({ entry: { kind, at, verification } }: { entry: CalendarEntry }) => {
  if (kind === 'takes_effect')
    return isPast(at) ? (
      <StatePill state="published">Took effect</StatePill>
    ) : (
      <StatePill state="scheduled">Takes effect</StatePill>
    )
  if (kind === 'expires')
    return isPast(at) ? (
      <StatePill state="archived">Expired</StatePill>
    ) : (
      <StatePill state="changes_requested">Expires</StatePill>
    )
  return verification === 'verified' || verification === null ? (
    <StatePill state="in_review">Review</StatePill>
  ) : (
    <VerificationPill verification={verification} />
  )
}

const isPast = (at: string): boolean => Date.parse(at) <= Date.now()

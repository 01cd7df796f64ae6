import type { Payload } from 'payload'
import { listHref } from '../links'
import { counted } from '../words'
import { readAnsweredShare } from './readAnsweredShare'

/** How much of what was asked this week was answered, day by day. */
export const AnsweredShare = async ({ payload }: { payload: Payload }) => {
  const { asked, share, change, days } = await readAnsweredShare(payload)
  if (share === null) return <p className="vouch-quiet">No questions this week.</p>
  return (
    <a
      className="vouch-share"
      href={listHref('answers')}
      title={`${counted(asked, 'question')} in seven days`}
    >
      <span className="vouch-quiet">Answered this week</span>
      <strong>{Math.round(share * 100)}%</strong>
      <span
        className="vouch-share__bars"
        role="img"
        aria-label={`By day: ${days.map(({ day, share: of }) => `${day} ${percent(of)}`).join(', ')}`}
      >
        {days.map(({ day, share: value }) => (
          <span
            key={day}
            style={{ height: `${Math.max(8, (value ?? 0) * 100)}%` }}
            data-empty={value === null}
          />
        ))}
      </span>
      {change !== null && change !== 0 && (
        <span className="vouch-quiet">
          {change > 0 ? '+' : '−'}
          {Math.abs(change)} points
        </span>
      )}
    </a>
  )
}

const percent = (share: number | null): string =>
  share === null ? 'none asked' : `${Math.round(share * 100)}%`

import type { Payload } from 'payload'
import { documentHref } from '../links'
import { Moment } from '../time/Moment'
import { readGoingStale, SOON_DAYS } from './readGoingStale'

const SHOWN = 6

export const GoingStale = async ({ payload }: { payload: Payload }) => {
  const lines = await readGoingStale(payload)
  if (!lines.length)
    return (
      <div className="vouch-empty">
        <p>Nothing expires in the next {SOON_DAYS} days.</p>
        <p className="vouch-quiet">
          Give a text an “expires at” date when it holds only for a while: it stops being served at that
          instant, and shows here a month before.
        </p>
      </div>
    )
  return (
    <ul className="vouch-lines">
      {lines.slice(0, SHOWN).map(({ release, words, at }) => (
        <li key={`${release.id}${words}`}>
          <a
            className="vouch-lines__main"
            href={documentHref(release.documentCollection, release.documentId)}
          >
            {release.title}
          </a>
          <span className="vouch-quiet">
            v{release.version} {words} <Moment at={at} />
          </span>
        </li>
      ))}
    </ul>
  )
}

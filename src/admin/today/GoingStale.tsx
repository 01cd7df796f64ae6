import type { Payload } from 'payload'
import { Suspense } from 'react'
import { documentHref } from '../links'
import { Moment } from '../time/Moment'
import { readGoingStale, SOON_DAYS } from './readGoingStale'
import { StaleCounts } from './StaleCounts'

const SHOWN = 6

/** How many texts wait to be confirmed, and what begins or ends soon. */
export const GoingStale = ({ payload }: { payload: Payload }) => (
  <>
    <StaleCounts payload={payload} />
    <Suspense fallback={null}>
      <Turning payload={payload} />
    </Suspense>
  </>
)

const Turning = async ({ payload }: { payload: Payload }) => {
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

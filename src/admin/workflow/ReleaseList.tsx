'use client'

import { documentHref } from '../links'
import { StatePill } from '../states/StatePill'
import { Moment } from '../time/Moment'
import { STATE_WORDS } from '../words'
import type { ReleaseLine } from './types'

const SHOWN = 4

/** Every text of this document that was signed and published, the newest first; older ones are folded. */
export const ReleaseList = ({ releases }: { releases: readonly ReleaseLine[] }) => {
  if (!releases.length) return null
  const older = releases.slice(SHOWN)
  return (
    <div className="vouch-rail__part">
      <h3>Releases</h3>
      <Lines releases={releases.slice(0, SHOWN)} />
      {older.length > 0 && (
        <details className="vouch-later">
          <summary>{older.length} older</summary>
          <Lines releases={older} />
        </details>
      )}
    </div>
  )
}

const Lines = ({ releases }: { releases: readonly ReleaseLine[] }) => (
  <ul className="vouch-releases">
    {releases.map(({ id, version, state, from, to }) => (
      <li key={id}>
        <a href={documentHref('releases', id)}>v{version}</a>
        <StatePill state={state}>{STATE_WORDS[state]}</StatePill>
        <span className="vouch-quiet">
          {from ? <Moment at={from} as="day" /> : 'not yet indexed'}
          {to && (
            <>
              {' to '}
              <Moment at={to} as="day" />
            </>
          )}
        </span>
      </li>
    ))}
  </ul>
)

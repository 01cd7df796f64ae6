'use client'

import { Banner } from '@payloadcms/ui'
import { Moment } from '../time/Moment'
import type { Workflow } from './types'

/** What a person should know before they press anything. */
export const Notice = ({
  workflow: { pending, verified, origin, effectiveFrom, state },
}: {
  workflow: Workflow
}) => (
  <>
    {state === 'scheduled' && effectiveFrom ? (
      <p className="vouch-rail__hint" role="status">
        Signed and scheduled: bots get it from <Moment at={effectiveFrom} as="exact" /> on, and not before.
      </p>
    ) : (
      pending && (
        <p className="vouch-rail__hint" role="status">
          Published. It is being put into the index; bots get it in a moment.
        </p>
      )
    )}
    {verified && verified.state !== 'verified' && (
      <Banner
        type={verified.state === 'overdue' ? 'error' : 'info'}
        className={`vouch-rail__banner vouch-rail__banner--${verified.state}`}
      >
        {verified.reviewAt ? (
          <>
            Someone should have confirmed this text <Moment at={verified.reviewAt} />.
          </>
        ) : (
          'Nobody has confirmed this text yet.'
        )}{' '}
        Is it still true?
      </Banner>
    )}
    {origin?.goneSince && (
      <Banner type="info" className="vouch-rail__banner">
        It is gone where it came from, since <Moment at={origin.goneSince} />. Withdraw it, or confirm that it
        is still true to keep it as yours.
      </Banner>
    )}
    {origin?.conflictSince && (
      <Banner type="info" className="vouch-rail__banner">
        It was edited here and changed where it came from, noticed <Moment at={origin.conflictSince} />.
        Nothing was overwritten: take over what is missing, then sign or confirm it.
      </Banner>
    )}
  </>
)

'use client'

import { Banner } from '@payloadcms/ui'
import { Moment } from '../time/Moment'
import type { Workflow } from './types'

/** What a person should know before they press anything. */
export const Notice = ({ workflow: { pending, verified } }: { workflow: Workflow }) => (
  <>
    {pending && (
      <p className="vouch-rail__hint" role="status">
        Published. It is being put into the index; bots get it in a moment.
      </p>
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
  </>
)

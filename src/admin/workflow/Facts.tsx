'use client'

import { documentHref, listHref, reviewHref, tryHref } from '../links'
import { isQuotable } from '../../vocabulary'
import { VerificationPill } from '../states/VerificationPill'
import { Moment } from '../time/Moment'
import { counted, sentence } from '../words'
import type { InForce, Origin, Verified, Workflow } from './types'

/** What holds, since when, by whose word, and what came of it. */
export const Facts = ({ workflow }: { workflow: Workflow }) => (
  <dl className="vouch-facts">
    <Window label="In force" window={workflow.live} />
    {workflow.next && <Window label="Then" window={workflow.next} />}
    {workflow.verified && <Verification verified={workflow.verified} />}
    {workflow.origin && <CameFrom origin={workflow.origin} />}
    <dt>Risk tier</dt>
    <dd>{sentence(workflow.riskTier)}</dd>
    <dt>Written by</dt>
    <dd>{workflow.authors.join(', ') || 'nobody on record'}</dd>
    <UseAndComments
      workflow={workflow}
      comments={`${reviewHref(workflow.collection, workflow.id)}#comments`}
    />
  </dl>
)

/** What came of a text, and what is said of it. @param comments where its comments are. */
export const UseAndComments = ({ workflow, comments }: { workflow: Workflow; comments: string }) => (
  <>
    <dt>Used in</dt>
    <dd>
      {workflow.citedBy ? (
        <a href={listHref('answers', { 'citedDocuments.in': workflow.id })}>
          {counted(workflow.citedBy, 'answer')}
        </a>
      ) : (
        'no answers yet'
      )}
    </dd>
    <dt>Try it</dt>
    <dd>
      {isQuotable(workflow.collection) ? (
        <a href={tryHref({ draft: `${workflow.collection}/${workflow.id}` })}>Ask as if it were published</a>
      ) : (
        <a href={listHref(workflow.collection)}>Try a message</a>
      )}
    </dd>
    <dt>Comments</dt>
    <dd>
      <a href={comments}>{workflow.openComments ? `${workflow.openComments} open` : 'none open'}</a>
    </dd>
  </>
)

const CameFrom = ({ origin: { location, fetchedAt } }: { origin: Origin }) => (
  <>
    <dt>Came from</dt>
    <dd>
      {/^https?:/.test(location) ? (
        <a href={location} rel="noreferrer">
          {location}
        </a>
      ) : (
        location
      )}
      {fetchedAt && (
        <span className="vouch-quiet vouch-block">
          fetched <Moment at={fetchedAt} />
        </span>
      )}
    </dd>
  </>
)

const Verification = ({ verified: { state, at, by, reviewAt } }: { verified: Verified }) => (
  <>
    <dt>Verified</dt>
    <dd>
      {at ? (
        <>
          <Moment at={at} as="day" />
          {by && <> by {by}</>}
        </>
      ) : (
        'by its signatures'
      )}
    </dd>
    <dt>Next review</dt>
    <dd className="vouch-inline">
      {reviewAt ? <Moment at={reviewAt} as="day" /> : 'not planned'}
      <VerificationPill verification={state} />
    </dd>
  </>
)

const Window = ({ label, window }: { label: string; window: InForce | null }) => (
  <>
    <dt>{label}</dt>
    <dd>
      {window ? (
        <>
          <a href={documentHref('releases', window.releaseId)}>v{window.version}</a> from{' '}
          <Moment at={window.from} as="day" />{' '}
          {window.to ? (
            <>
              to <Moment at={window.to} as="day" />
            </>
          ) : (
            'until replaced'
          )}
        </>
      ) : (
        'nothing: bots do not use it'
      )}
    </dd>
  </>
)

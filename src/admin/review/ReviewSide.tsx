'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { ConflictWaiver, TextConflict } from '../../commands/conflicts/conflict'
import { useRefreshing } from '../useRefresh'
import { StatePill } from '../states/StatePill'
import { Moment } from '../time/Moment'
import { sentence, STATE_WORDS } from '../words'
import { UseAndComments } from '../workflow/Facts'
import { Notice } from '../workflow/Notice'
import { Signatures } from '../workflow/Signatures'
import { Steps } from '../workflow/Steps'
import type { Workflow } from '../workflow/types'
import { WaiverFields, type Reasons } from './WaiverFields'

/** The reasons that were written. */
const waiversOf = (reasons: Reasons): ConflictWaiver[] =>
  Object.entries(reasons).flatMap(([conflict, reason]) =>
    reason.trim() ? [{ conflict, reason: reason.trim() }] : [],
  )

const POLL_MS = 1500

interface ReviewSideProps {
  workflow: Workflow
  effectiveFrom: string | null
  expiresAt: string | null
  audience: string
  /** Of the report that is shown; what is signed covers it. */
  reportHash: string | null
  /** What the report found: each needs a reason before it is signed. */
  conflicts: readonly TextConflict[]
}

/** Beside the change: what to know before signing, and the buttons. */
export const ReviewSide = ({
  workflow,
  effectiveFrom,
  expiresAt,
  audience,
  reportHash,
  conflicts,
}: ReviewSideProps) => {
  const [reasons, setReasons] = useState<Reasons>({})
  const router = useRouter()
  const waits = workflow.state === 'in_review'
  useRefreshing(workflow.pending, POLL_MS)
  return (
    <section
      className="vouch-rail vouch-rail--review"
      aria-label={waits ? 'Before you sign' : 'Where it stands'}
    >
      <div className="vouch-rail__state">
        <StatePill state={workflow.state}>{STATE_WORDS[workflow.state]}</StatePill>
        <span className="vouch-quiet">Version {workflow.version}</span>
      </div>
      <Notice workflow={workflow} />
      <div>
        <h3>{waits ? 'Before you sign' : 'What the signature covers'}</h3>
        <dl className="vouch-facts">
          <dt>Takes effect</dt>
          <dd>{effectiveFrom ? <Moment at={effectiveFrom} as="day" /> : 'when published'}</dd>
          <dt>Expires</dt>
          <dd>{expiresAt ? <Moment at={expiresAt} as="day" /> : 'never'}</dd>
          <dt>Report</dt>
          <dd>{reportHash ? <a href="#proofs">what it would change</a> : 'none'}</dd>
          <dt>May be told to</dt>
          <dd>{sentence(audience)}</dd>
          <UseAndComments workflow={workflow} comments="#comments" />
        </dl>
      </div>
      {waits && conflicts.length > 0 && (
        <WaiverFields conflicts={conflicts} reasons={reasons} onChange={setReasons} />
      )}
      <Steps
        workflow={workflow}
        place="review"
        reportHash={reportHash}
        waivers={waiversOf(reasons)}
        onDone={() => router.refresh()}
      />
      <Signatures workflow={workflow} />
    </section>
  )
}

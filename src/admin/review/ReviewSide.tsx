'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { listHref } from '../links'
import { StatePill } from '../states/StatePill'
import { Moment } from '../time/Moment'
import { counted, sentence, STATE_WORDS } from '../words'
import { Notice } from '../workflow/Notice'
import { Signatures } from '../workflow/Signatures'
import { Steps } from '../workflow/Steps'
import type { Workflow } from '../workflow/types'

const POLL_MS = 1500

interface ReviewSideProps {
  workflow: Workflow
  effectiveFrom: string | null
  expiresAt: string | null
  audience: string
}

/** Beside the change: what to know before signing, and the buttons. */
export const ReviewSide = ({ workflow, effectiveFrom, expiresAt, audience }: ReviewSideProps) => {
  const router = useRouter()
  const waits = workflow.state === 'in_review'
  useEffect(() => {
    if (!workflow.pending) return
    const timer = setInterval(() => router.refresh(), POLL_MS)
    return () => clearInterval(timer)
  }, [workflow.pending, router])
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
          <dt>May be told to</dt>
          <dd>{sentence(audience)}</dd>
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
          <dt>Comments</dt>
          <dd>
            <a href="#comments">{workflow.openComments ? `${workflow.openComments} open` : 'none open'}</a>
          </dd>
        </dl>
      </div>
      <Steps workflow={workflow} place="review" onDone={() => router.refresh()} />
      <Signatures workflow={workflow} />
    </section>
  )
}

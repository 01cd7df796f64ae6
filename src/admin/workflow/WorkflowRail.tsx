'use client'

import { Banner } from '@payloadcms/ui'
import { documentHref, listHref } from '../links'
import { StatePill } from '../states/StatePill'
import { Moment } from '../time/Moment'
import { counted, STATE_WORDS } from '../words'
import { History } from './History'
import { Signatures } from './Signatures'
import { Steps } from './Steps'
import type { InForce, Workflow } from './types'
import { useWorkflow } from './useWorkflow'

/** Beside a document: where it stands, what is live, who signed, what this person may do next. */
export const WorkflowRail = () => {
  const { workflow, refreshPage } = useWorkflow()
  if (!workflow)
    return (
      <section className="vouch-rail" aria-label="Workflow">
        <div className="vouch-rail__state">
          <StatePill state="draft">New</StatePill>
        </div>
        <p className="vouch-rail__hint">
          Save it to make version 1. Then send it for review: another person signs, and only then can bots use
          it.
        </p>
      </section>
    )
  return (
    <section className="vouch-rail" aria-label="Workflow">
      <div className="vouch-rail__state">
        <StatePill state={workflow.state}>{STATE_WORDS[workflow.state]}</StatePill>
        <span className="vouch-quiet">Version {workflow.version}</span>
      </div>
      <Notice workflow={workflow} />
      <Steps workflow={workflow} onDone={refreshPage} />
      <dl className="vouch-facts">
        <Window label="In force" window={workflow.live} />
        {workflow.next && <Window label="Then" window={workflow.next} />}
        <dt>Written by</dt>
        <dd>{workflow.authors.join(', ') || 'nobody on record'}</dd>
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
      </dl>
      <Signatures workflow={workflow} />
      <History entries={workflow.history} />
    </section>
  )
}

const Notice = ({ workflow: { live, version, pending } }: { workflow: Workflow }) => {
  if (pending)
    return (
      <p className="vouch-rail__hint" role="status">
        Published. It is being put into the index; bots get it in a moment.
      </p>
    )
  if (live && live.version !== version)
    return (
      <Banner type="info" className="vouch-rail__banner">
        v{live.version} is live. You are editing v{version}.
      </Banner>
    )
  return null
}

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

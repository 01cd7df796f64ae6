'use client'

import { StatePill } from '../states/StatePill'
import { STATE_WORDS } from '../words'
import { Facts } from './Facts'
import { History } from './History'
import { Notice } from './Notice'
import { ReleaseList } from './ReleaseList'
import { Signatures } from './Signatures'
import { Steps } from './Steps'
import { useWorkflow } from './useWorkflow'
import { useKeptWorkflow } from './WorkflowContext'

/** Beside a document: where it stands, what is live, who signed, what this person may do next. */
export const WorkflowRail = () => {
  const { workflow, refreshPage } = useWorkflow()
  const { gaps } = useKeptWorkflow()
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
      {gaps}
      <Facts workflow={workflow} />
      <Signatures workflow={workflow} />
      <ReleaseList releases={workflow.releases} />
      <History entries={workflow.history} />
    </section>
  )
}

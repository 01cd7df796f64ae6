'use client'

import { reviewHref } from '../links'
import { useKeptWorkflow } from './WorkflowContext'

/** Across the top of a document whose live text is another than the one that is edited. */
export const LiveLine = () => {
  const { workflow } = useKeptWorkflow()
  if (!workflow?.live || workflow.live.version === workflow.version || workflow.state === 'scheduled')
    return null
  const { live, version, collection, id } = workflow
  return (
    <p className="vouch-live-line">
      v{live.version} is live. You are editing v{version}.{' '}
      <a href={reviewHref(collection, id)}>See changes</a>
    </p>
  )
}

'use client'

import { Button, toast, useModal } from '@payloadcms/ui'
import { curlFor } from './curl'
import { KEEP_DIALOG, KeepDialog } from './KeepDialog'
import { REPORT_DIALOG, ReportDialog } from './ReportDialog'
import type { Tried, WhyNot } from './types'

/** What to do about what came of a trial. */
export const TrialActions = ({
  tried,
  why,
  onFollowUp,
}: {
  tried: Tried
  why: WhyNot
  onFollowUp: () => void
}) => {
  const { openModal } = useModal()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(curlFor(tried.request, window.location.origin))
      toast.success('Copied. Put the bot’s key where it says vch_…')
    } catch {
      toast.error('The browser does not let this page copy. Open it over https or on localhost.')
    }
  }
  return (
    <>
      <div className="vouch-acts vouch-try__acts">
        <Act label="Keep as an eval case" why={why.keep} onClick={() => openModal(KEEP_DIALOG)} />
        <Act label="Report a gap" why={why.report} onClick={() => openModal(REPORT_DIALOG)} />
        <Act label="Copy curl" why={null} onClick={() => void copy()} />
        <Act label="Ask a follow-up" why={null} onClick={onFollowUp} />
      </div>
      <KeepDialog tried={tried} />
      <ReportDialog tried={tried} />
    </>
  )
}

const Act = ({ label, why, onClick }: { label: string; why: string | null; onClick: () => void }) => (
  <div className="vouch-act">
    <Button buttonStyle="secondary" size="small" margin={false} disabled={why !== null} onClick={onClick}>
      {label}
    </Button>
    {why && <p className="vouch-why">{why}</p>}
  </div>
)

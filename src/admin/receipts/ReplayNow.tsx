'use client'

import { Banner, Button } from '@payloadcms/ui'
import { useState } from 'react'
import type { Replay } from '../../commands/replay/replayAnswer'
import { postJson } from '../postJson'
import { ReplayResult } from './ReplayResult'

/** Looks at a receipt again, at the press of a button: is its evidence still there, and what would be said today? */
export const ReplayNow = ({ receiptId }: { receiptId: string }) => {
  const [replay, setReplay] = useState<Replay | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    const posted = await postJson<Replay>(`/api/v1/receipts/${receiptId}/replay`, {})
    setBusy(false)
    setProblem(posted.ok ? null : posted.detail)
    if (posted.ok) setReplay(posted.value)
  }
  return (
    <section className="vouch-replay" aria-label="Replay">
      <div className="vouch-section-head">
        <div>
          <h2>Today</h2>
          <p className="vouch-quiet">
            Finds every passage again, byte for byte, and asks the question anew. Nothing is stored.
          </p>
        </div>
        <Button buttonStyle="secondary" margin={false} disabled={busy} onClick={() => void run()}>
          {busy ? 'Replaying…' : replay ? 'Replay again' : 'Replay now'}
        </Button>
      </div>
      {problem && (
        <div role="alert">
          <Banner type="error">{problem}</Banner>
        </div>
      )}
      <div aria-live="polite">{replay && <ReplayResult replay={replay} />}</div>
    </section>
  )
}

'use client'

import { Banner, Button, toast } from '@payloadcms/ui'
import { useState } from 'react'
import { documentHref } from '../links'
import { postJson } from '../postJson'
import { WordsDialog } from '../WordsDialog'

/** “No text says this” with one click, and “A text is wrong” with what is wrong: both go on the backlog. */
export const ReportArticle = ({ handoverId, refusal }: { handoverId: string; refusal: string | null }) => {
  const [gapId, setGapId] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  /** @returns why it was refused; null when it was done. */
  const report = async (body: object): Promise<string | null> => {
    setBusy(true)
    const posted = await postJson<{ gapId: string }>(`/api/v1/handovers/${handoverId}/report`, body)
    setBusy(false)
    if (!posted.ok) return posted.detail
    setGapId(posted.value.gapId)
    toast.success('It is on the backlog.')
    return null
  }
  return (
    <section>
      <h2>Is a text missing or wrong?</h2>
      {problem && (
        <div role="alert">
          <Banner type="error">{problem}</Banner>
        </div>
      )}
      <div className="vouch-steps">
        <Button
          margin={false}
          buttonStyle="secondary"
          disabled={busy || refusal !== null || gapId !== null}
          onClick={() => void report({ kind: 'missing' }).then(setProblem)}
        >
          No text says this
        </Button>
        <WordsDialog
          slug="vouch-report-article"
          button="A text is wrong"
          title="A text is wrong"
          act="Report it"
          question="Which one, and what is wrong with it? In your words."
          most={1_800}
          disabled={busy || refusal !== null}
          onAct={(note) => report({ kind: 'wrong', note })}
        />
        {gapId && (
          <p className="vouch-why">
            <a href={documentHref('gaps', gapId)}>On the backlog</a>
          </p>
        )}
      </div>
    </section>
  )
}

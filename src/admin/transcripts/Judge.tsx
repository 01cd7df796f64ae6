'use client'

import { Banner, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { VerdictResult } from '../../commands/verdicts/giveVerdict'
import { VERDICT_WORDS, VERDICTS, type Verdict } from '../../vocabulary'
import { postJson } from '../postJson'
import { StatePill } from '../states/StatePill'
import { resultWords } from './resultWords'
import { VerdictForm, type VerdictDetails } from './VerdictForm'
import { VERDICT_LOOKS } from './verdictLooks'
import type { Choosable } from './TextPicker'

interface JudgeProps {
  receiptId: string
  /** What this person said last. */
  mine: { verdict: Verdict; note: string | null } | null
  others: { id: string; byName: string; verdict: Verdict; note: string | null }[]
  /** Texts that came near, to choose the right one from. */
  considered: Choosable[]
  refusal: string | null
  drawn: 'risk' | 'random' | null
}

/** Five verdicts, by button or by key; all but the first ask why. What was written stays where it is refused. */
export const Judge = ({ receiptId, mine, others, considered, refusal, drawn }: JudgeProps) => {
  const router = useRouter()
  const [chosen, setChosen] = useState<Verdict | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const give = async (verdict: Verdict, details: VerdictDetails | Record<string, never>) => {
    setBusy(true)
    const posted = await postJson<VerdictResult>(`/api/v1/receipts/${receiptId}/verdict`, {
      verdict,
      ...details,
      ...(drawn && { drawn }),
    })
    setBusy(false)
    setProblem(posted.ok ? null : posted.detail)
    if (!posted.ok) return
    setChosen(null)
    toast.success(resultWords(posted.value))
    router.refresh()
  }
  const press = (verdict: Verdict) => {
    setProblem(null)
    if (verdict === 'right') void give(verdict, {})
    else setChosen(verdict === chosen ? null : verdict)
  }
  return (
    <div className="vouch-judge">
      {problem && (
        <div role="alert">
          <Banner type="error">{problem}</Banner>
        </div>
      )}
      {!refusal && (
        <div className="vouch-judge__buttons" role="group" aria-label="Your verdict">
          {VERDICTS.map((verdict, index) => (
            <button
              key={verdict}
              type="button"
              className="vouch-judge__button"
              data-verdict={index + 1}
              aria-pressed={(chosen ?? mine?.verdict) === verdict}
              disabled={busy}
              onClick={() => press(verdict)}
            >
              <kbd aria-hidden="true">{index + 1}</kbd> {VERDICT_WORDS[verdict]}
            </button>
          ))}
        </div>
      )}
      {chosen && (
        <VerdictForm
          // Another verdict asks for other things.
          key={chosen}
          verdict={chosen}
          considered={considered}
          busy={busy}
          onGive={(details) => void give(chosen, details)}
          onCancel={() => setChosen(null)}
        />
      )}
      {!chosen && mine?.note && <p className="vouch-judge__note">You: {mine.note}</p>}
      {others.map(({ id, byName, verdict, note }) => (
        <div key={id} className="vouch-judge__note vouch-inline">
          <span>{byName}</span> <StatePill state={VERDICT_LOOKS[verdict]}>{VERDICT_WORDS[verdict]}</StatePill>{' '}
          {note && <span>{note}</span>}
        </div>
      ))}
    </div>
  )
}

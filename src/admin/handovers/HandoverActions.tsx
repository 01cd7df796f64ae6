'use client'

import { Banner, Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { HandoverState } from '../../vocabulary'
import { postJson } from '../postJson'
import { ACTS, type Act } from './acts'
import { WordsDialog } from '../WordsDialog'
import { whyNotHeld } from './whyNotHeld'

const MOST_CHARACTERS = 8_000

interface HandoverActionsProps {
  handoverId: string
  state: HandoverState
  /** Who has it; null when nobody does. */
  holder: string | null
  /** Whether that is the one who looks. */
  mine: boolean
  /** Why this person may do nothing here; null when they may. */
  refusal: string | null
}

/** Claim, reply, note, done, back to the bot: what a colleague does with a hand-over. */
export const HandoverActions = ({ handoverId, state, holder, mine, refusal }: HandoverActionsProps) => {
  const router = useRouter()
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  /** @returns why it was refused; null when it was done. */
  const act = async (name: string, body: object, done: string): Promise<string | null> => {
    setBusy(true)
    setProblem(null)
    const posted = await postJson(`/api/v1/handovers/${handoverId}/${name}`, body)
    setBusy(false)
    if (posted.ok) toast.success(done)
    else setProblem(posted.detail)
    // Whoever was quicker is shown too.
    router.refresh()
    return posted.ok ? null : posted.detail
  }
  const ended = state === 'resolved' || state === 'returned'
  const why = refusal ?? (ended ? 'It has ended: nothing is left to do.' : whyNotHeld({ holder, mine }))
  const dialog = (each: Act) => (
    <WordsDialog
      key={each.name}
      slug={`vouch-handover-${each.name}`}
      button={each.button}
      title={each.title}
      question={each.question}
      required={each.required}
      rows={6}
      most={MOST_CHARACTERS}
      disabled={busy || refusal !== null || (each.needsClaim && why !== null)}
      onAct={(words) => act(each.name, words ? { [each.field]: words } : {}, each.done)}
    />
  )
  return (
    <div className="vouch-steps">
      {problem && (
        <div role="alert">
          <Banner type="error">{problem}</Banner>
        </div>
      )}
      {!ended && !mine && (
        <Button
          margin={false}
          buttonStyle={holder ? 'secondary' : 'primary'}
          disabled={busy || refusal !== null}
          onClick={() => void act('claim', holder ? { takeOver: true } : {}, 'It is yours.')}
        >
          {holder ? `Take over from ${holder}` : 'Claim'}
        </Button>
      )}
      {ACTS.map(dialog)}
      {why && <p className="vouch-why">{why}</p>}
    </div>
  )
}

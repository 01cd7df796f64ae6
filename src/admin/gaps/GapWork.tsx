'use client'

import { Banner, Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Gap } from '../../../payload-types'
import { isOpen } from '../../gaps/states'
import { postJson } from '../postJson'
import { WordsDialog } from '../WordsDialog'
import { ASKED_FORM, checkedIn } from './checkedIn'

const MOST_CHARACTERS = 1_900

interface GapWorkProps {
  gapId: string
  state: Gap['state']
  dueAt: string | null
  /** Whether its proof waits for a person. */
  toConfirm: boolean
  /** Why this person may do nothing here; null when they may. */
  refusal: string | null
}

/** What keeps a gap in order: looked at, by when, what people say of it, and which askings are of another one. */
export const GapWork = ({ gapId, state, dueAt, toConfirm, refusal }: GapWorkProps) => {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const disabled = busy || refusal !== null
  /** @returns why it was refused; null when it was done. */
  const act = async (action: string, body: unknown, done: string): Promise<string | null> => {
    setBusy(true)
    const posted = await postJson<{ verified?: boolean; failing?: string | null }>(
      `/api/v1/gaps/${gapId}/${action}`,
      body,
    )
    setBusy(false)
    const refused = posted.ok ? null : posted.detail
    setProblem(refused)
    if (!posted.ok) return refused
    if (posted.value?.verified === false)
      setProblem(`“${posted.value.failing}” is not answered by it any more.`)
    else toast.success(done)
    router.refresh()
    return null
  }
  const split = () => {
    const events = checkedIn(ASKED_FORM, 'event')
    if (events.length === 0) return setProblem('Tick the askings that are of another gap first.')
    void act('split', { events }, 'They are a gap of their own now.')
  }
  return (
    <div className="vouch-steps">
      {problem && (
        <div role="alert">
          <Banner type="error">{problem}</Banner>
        </div>
      )}
      {toConfirm && (
        <Button
          margin={false}
          disabled={disabled}
          onClick={() => void act('confirm', null, 'Verified, with your name.')}
        >
          Confirm the proof
        </Button>
      )}
      {(state === 'new' || state === 'reopened') && (
        <Button
          margin={false}
          buttonStyle="secondary"
          disabled={disabled}
          onClick={() => void act('triage', null, 'It is a gap, and was looked at.')}
        >
          It is a gap
        </Button>
      )}
      {isOpen(state) && (
        <label className="vouch-owner">
          <span>Due</span>
          <input
            type="date"
            disabled={disabled}
            defaultValue={dueAt?.slice(0, 10) ?? ''}
            onChange={({ target: { value } }) =>
              void act(
                'due',
                { dueAt: value ? `${value}T00:00:00Z` : null },
                value ? 'Due then.' : 'Due on no day.',
              )
            }
          />
        </label>
      )}
      <Button margin={false} buttonStyle="secondary" disabled={disabled} onClick={split}>
        Make the ticked askings a gap
      </Button>
      <WordsDialog
        slug="vouch-comment-gap"
        button="Comment"
        title="Comment on this gap"
        question="What should others know of it?"
        most={MOST_CHARACTERS}
        disabled={disabled}
        onAct={(body) => act('comment', { body }, 'Kept.')}
      />
    </div>
  )
}

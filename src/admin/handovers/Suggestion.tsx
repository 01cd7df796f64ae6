'use client'

import { Banner, Button, TextareaInput, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { PublicAssist } from '../../http/assistSchemas'
import { postJson } from '../postJson'
import { SuggestionSources } from './SuggestionSources'

const MOST_CHARACTERS = 8_000

interface SuggestionProps {
  handoverId: string
  /** Why nothing can be sent now; null when it can. */
  why: string | null
  /** Why this person may not ask for a suggestion; null when they may. */
  refusal: string | null
  /** Where a colleague answers with the bot’s help, and has taken it: a draft is there when they come. */
  atOnce: boolean
}

/** A reply in approved words to send or to change, with its sources; or that there is none, as loudly. */
export const Suggestion = ({ handoverId, why, refusal, atOnce }: SuggestionProps) => {
  const router = useRouter()
  const [made, setMade] = useState<PublicAssist | null>(null)
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  /** @returns what came back; null where it was refused, which is shown. */
  const post = async <T,>(path: string, body: object): Promise<T | null> => {
    setBusy(true)
    const posted = await postJson<T>(`/api/v1${path}`, body)
    setBusy(false)
    setProblem(posted.ok ? null : posted.detail)
    return posted.ok ? posted.value : null
  }
  const suggest = async () => {
    const found = await post<PublicAssist>('/assist', { handoverId })
    if (!found) return
    setMade(found)
    setText(found.suggestedReplies[0]?.text ?? '')
  }
  const label = async (body: object) => post(`/assist/${made?.id}/outcome`, body)
  const send = async () => {
    const sent = await post(`/handovers/${handoverId}/reply`, { text })
    if (!sent) return
    const isAsSuggested = text === made?.suggestedReplies[0]?.text
    await label(isAsSuggested ? { label: 'used' } : { label: 'edited', text })
    setMade(null)
    toast.success('Kept, and told to every system that listens.')
    router.refresh()
  }
  const reject = async () => {
    await label({ label: 'rejected' })
    setMade(null)
  }
  const begun = useRef(false)
  useEffect(() => {
    if (!atOnce || begun.current) return
    begun.current = true
    void suggest()
  })
  const reply = made?.suggestedReplies[0]
  return (
    <section aria-live="polite">
      <h2>A reply</h2>
      {problem && (
        <div role="alert">
          <Banner type="error">{problem}</Banner>
        </div>
      )}
      {made && <Banner type={made.because ? 'error' : 'default'}>{made.message}</Banner>}
      {made && reply && (
        <>
          <TextareaInput
            path="vouch-suggested-reply"
            label="To send as it is, or to change"
            rows={5}
            value={text}
            onChange={(event) => setText(event.target.value.slice(0, MOST_CHARACTERS))}
          />
          <SuggestionSources citations={reply.citations} />
        </>
      )}
      {made?.clarify && (
        <p>
          You may ask: {made.clarify.question} {made.clarify.options.join(' · ')}
        </p>
      )}
      <div className="vouch-steps">
        {reply && (
          <Button margin={false} disabled={busy || why !== null || !text.trim()} onClick={() => void send()}>
            Send
          </Button>
        )}
        {reply && (
          <Button margin={false} buttonStyle="secondary" disabled={busy} onClick={() => void reject()}>
            Not this
          </Button>
        )}
        {!reply && (
          <Button
            margin={false}
            buttonStyle="secondary"
            disabled={busy || refusal !== null}
            onClick={() => void suggest()}
          >
            {busy ? 'Looking…' : made ? 'Look again' : 'Suggest a reply'}
          </Button>
        )}
        {reply && why && <p className="vouch-why">{why}</p>}
      </div>
    </section>
  )
}

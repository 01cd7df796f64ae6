'use client'

import { TextareaInput, toast, useModal } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ActDialog } from '../ActDialog'
import { postJson } from '../postJson'
import type { SelectedPassage } from './selectedPassage'

export const COMMENT_DIALOG = 'vouch-comment'
const MOST = 4000
const MOST_QUOTED = 2000

/** Takes a comment, with the words that it is about: those that were selected, or that are typed. */
export const CommentForm = ({
  collection,
  id,
  version,
  passage,
}: {
  collection: string
  id: string
  version: number
  passage: SelectedPassage | null
}) => {
  const { closeModal } = useModal()
  const router = useRouter()
  const [quote, setQuote] = useState(passage?.exact ?? '')
  const [body, setBody] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    const exact = quote.trim()
    const posted = await postJson(`/api/v1/documents/${collection}/${id}/comments`, {
      expectedVersion: version,
      body: body.trim(),
      ...(exact && { passage: exact === passage?.exact ? passage : { exact } }),
    })
    setBusy(false)
    if (!posted.ok) return setProblem(posted.detail)
    setProblem(null)
    setBody('')
    closeModal(COMMENT_DIALOG)
    toast.success('Comment kept.')
    router.refresh()
  }
  return (
    <ActDialog
      slug={COMMENT_DIALOG}
      title="Comment on this version"
      act="Comment"
      onAct={() => void send()}
      disabled={busy || !body.trim()}
      problem={problem}
    >
      <TextareaInput
        path="vouch-comment-quote"
        label="About which words? (empty: the whole text)"
        rows={3}
        value={quote}
        onChange={(event) => setQuote(event.target.value.slice(0, MOST_QUOTED))}
      />
      <TextareaInput
        path="vouch-comment-body"
        label="Comment"
        required
        rows={5}
        value={body}
        onChange={(event) => setBody(event.target.value.slice(0, MOST))}
      />
    </ActDialog>
  )
}

'use client'

import { Button, TextareaInput, useModal } from '@payloadcms/ui'
import { useState } from 'react'
import { ActDialog } from '../ActDialog'
import type { Act } from './acts'

const MOST_CHARACTERS = 8_000

/** A button that asks for the words of what it does. What was written stays when it is refused. */
export const WordsDialog = ({
  act,
  disabled,
  onAct,
}: {
  act: Act
  disabled: boolean
  /** @returns why it was refused; null when it was done. */
  onAct: (words: string) => Promise<string | null>
}) => {
  const slug = `vouch-handover-${act.name}`
  const { openModal, closeModal } = useModal()
  const [words, setWords] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async () => {
    const refused = await onAct(words.trim())
    setProblem(refused)
    if (refused) return
    setWords('')
    closeModal(slug)
  }
  return (
    <>
      <Button buttonStyle="secondary" margin={false} disabled={disabled} onClick={() => openModal(slug)}>
        {act.button}
      </Button>
      <ActDialog
        slug={slug}
        title={act.title}
        act={act.button}
        onAct={() => void submit()}
        disabled={act.required && !words.trim()}
        problem={problem}
      >
        <TextareaInput
          path={`${slug}-words`}
          label={act.question}
          required={act.required}
          rows={6}
          value={words}
          onChange={(event) => setWords(event.target.value.slice(0, MOST_CHARACTERS))}
        />
      </ActDialog>
    </>
  )
}

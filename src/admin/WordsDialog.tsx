'use client'

import { Button, TextareaInput, useModal } from '@payloadcms/ui'
import { useState, type ReactNode } from 'react'
import { ActDialog } from './ActDialog'

/** A button that asks for words before something is done. What was written stays when it is refused. */
export const WordsDialog = ({
  slug,
  button,
  title,
  act = button,
  question,
  required = true,
  rows = 4,
  most,
  disabled,
  onAct,
  children,
}: {
  slug: string
  button: string
  title: string
  /** What the dialog's button says, where it is another than that which opens it. */
  act?: string
  /** What the words answer. */
  question: string
  required?: boolean
  rows?: number
  /** Characters that are taken. */
  most: number
  disabled: boolean
  /** @returns why it was refused; null when it was done. */
  onAct: (words: string) => Promise<string | null>
  children?: ReactNode
}) => {
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
        {button}
      </Button>
      <ActDialog
        slug={slug}
        title={title}
        act={act}
        onAct={() => void submit()}
        disabled={required && !words.trim()}
        problem={problem}
      >
        {children}
        <TextareaInput
          path={`${slug}-words`}
          label={question}
          required={required}
          rows={rows}
          value={words}
          onChange={(event) => setWords(event.target.value.slice(0, most))}
        />
      </ActDialog>
    </>
  )
}

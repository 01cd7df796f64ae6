'use client'

import type { ComponentProps } from 'react'
import { WordsDialog } from '../WordsDialog'

const MOST_CHARACTERS = 1_900

type NotedDialogProps = Omit<ComponentProps<typeof WordsDialog>, 'most' | 'rows' | 'required'>

/** A button that asks why before something is done; the reason stays on record. */
export const NotedDialog = ({ question, ...props }: NotedDialogProps) => (
  <WordsDialog {...props} question={`${question} (kept in the audit)`} most={MOST_CHARACTERS} />
)

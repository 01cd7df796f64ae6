'use client'

import { NotedDialog } from './NotedDialog'

/** Puts a dismissed gap on the backlog again, with a reason that stays on record. */
export const ReopenDialog = ({
  disabled,
  onReopen,
}: {
  disabled: boolean
  /** @returns why it was refused; null when it was done. */
  onReopen: (note: string) => Promise<string | null>
}) => (
  <NotedDialog
    slug="vouch-reopen-gap"
    button="Reopen"
    title="Reopen this gap"
    act="Reopen"
    question="Why does it need an answer after all?"
    disabled={disabled}
    onAct={onReopen}
  />
)

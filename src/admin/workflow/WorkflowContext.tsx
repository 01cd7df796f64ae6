'use client'

import { createContext, useCallback, useContext, useMemo, useState } from 'react'
import type { Workflow } from './types'

interface Kept {
  /** As the server rendered the page with it, or as it was read after that. */
  workflow: Workflow | null
  keep: (latest: Workflow) => void
  /** The gaps that this text is to close, as the server drew them. */
  gaps: React.ReactNode
}

const Context = createContext<Kept>({ workflow: null, keep: () => undefined, gaps: null })

/** Hands the workflow that the server read to the rail, which Payload renders among the sidebar’s fields, and keeps a newer one. */
export const WorkflowProvider = ({
  workflow: fromServer,
  gaps = null,
  children,
}: {
  workflow: Workflow | null
  gaps?: React.ReactNode
  children: React.ReactNode
}) => {
  const [later, setLater] = useState<{ than: Workflow | null; workflow: Workflow } | null>(null)
  // A refreshed page brings a newer one than what was read before it.
  const workflow = later && later.than === fromServer ? later.workflow : fromServer
  const keep = useCallback(
    (latest: Workflow) => setLater({ than: fromServer, workflow: latest }),
    [fromServer],
  )
  const kept = useMemo(() => ({ workflow, keep, gaps }), [workflow, keep, gaps])
  return <Context.Provider value={kept}>{children}</Context.Provider>
}

export const useKeptWorkflow = (): Kept => useContext(Context)

'use client'

import { createContext, useCallback, useContext, useMemo, useState } from 'react'
import type { Workflow } from './types'

interface Kept {
  /** As the server rendered the page with it, or as it was read after that. */
  workflow: Workflow | null
  keep: (latest: Workflow) => void
}

const Context = createContext<Kept>({ workflow: null, keep: () => undefined })

/** Hands the workflow that the server read to the rail, which Payload renders among the sidebar’s fields, and keeps a newer one. */
export const WorkflowProvider = ({
  workflow: fromServer,
  children,
}: {
  workflow: Workflow | null
  children: React.ReactNode
}) => {
  const [later, setLater] = useState<{ than: Workflow | null; workflow: Workflow } | null>(null)
  // A refreshed page brings a newer one than what was read before it.
  const workflow = later && later.than === fromServer ? later.workflow : fromServer
  const keep = useCallback(
    (latest: Workflow) => setLater({ than: fromServer, workflow: latest }),
    [fromServer],
  )
  const kept = useMemo(() => ({ workflow, keep }), [workflow, keep])
  return <Context.Provider value={kept}>{children}</Context.Provider>
}

export const useKeptWorkflow = (): Kept => useContext(Context)

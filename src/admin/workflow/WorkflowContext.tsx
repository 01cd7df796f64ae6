'use client'

import { createContext, useContext, useState } from 'react'
import type { Workflow } from './types'

interface Kept {
  /** As the server rendered the page with it. */
  fromServer: Workflow | null
  /** What was read after that, if anything was. */
  workflow: Workflow | null
  keep: (latest: Workflow) => void
}

const Context = createContext<Kept>({ fromServer: null, workflow: null, keep: () => undefined })

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
  const keep = (latest: Workflow) => setLater({ than: fromServer, workflow: latest })
  return <Context.Provider value={{ fromServer, workflow, keep }}>{children}</Context.Provider>
}

export const useKeptWorkflow = (): Kept => useContext(Context)

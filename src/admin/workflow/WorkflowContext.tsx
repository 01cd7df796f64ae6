'use client'

import { createContext, useContext } from 'react'
import type { Workflow } from './types'

const Context = createContext<Workflow | null>(null)

/** Hands the workflow that the server read to the rail, which Payload renders among the sidebar’s fields. */
export const WorkflowProvider = ({
  workflow,
  children,
}: {
  workflow: Workflow | null
  children: React.ReactNode
}) => <Context.Provider value={workflow}>{children}</Context.Provider>

export const useServerWorkflow = (): Workflow | null => useContext(Context)

'use client'

import { useDocumentInfo, useFormModified } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef } from 'react'
import type { Workflow } from './types'
import { useKeptWorkflow } from './WorkflowContext'

const POLL_MS = 1500

/**
 * The document’s workflow, kept in step: read again after each save, and while a publication is on its way. A save does
 * not refresh the page, which would overwrite what is typed meanwhile.
 */
export const useWorkflow = (): { workflow: Workflow | null; refreshPage: () => void } => {
  const { workflow, keep } = useKeptWorkflow()
  const { data, id, collectionSlug } = useDocumentInfo()
  const modified = useFormModified()
  const router = useRouter()
  const read = useCallback(async () => {
    const response = await fetch(`/api/v1/documents/${collectionSlug}/${id}/workflow`).catch(() => null)
    if (!response?.ok) return
    const latest = (await response.json()) as Workflow
    keep(latest)
    return latest
  }, [collectionSlug, id, keep])

  const savedAt = data?.['updatedAt'] as string | undefined
  const seenAt = useRef(savedAt)
  useEffect(() => {
    if (!id || seenAt.current === savedAt) return
    seenAt.current = savedAt
    void read()
  }, [id, savedAt, read])

  const pending = workflow?.pending ?? false
  useEffect(() => {
    if (!pending) return
    const timer = setInterval(async () => {
      const latest = await read()
      if (latest && !latest.pending && !modified) router.refresh()
    }, POLL_MS)
    return () => clearInterval(timer)
  }, [pending, modified, read, router])

  return { workflow, refreshPage: () => router.refresh() }
}

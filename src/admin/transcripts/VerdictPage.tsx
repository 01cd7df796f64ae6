import { redirect } from 'next/navigation'
import type { DocumentViewServerProps } from 'payload'
import { idOf } from '../../records/content'
import { transcriptHref } from '../links'
import { viewerOf } from '../viewer'

/** A verdict is read beside its turn. */
export const VerdictPage = async ({ initPageResult }: DocumentViewServerProps) => {
  const { req, docID } = initPageResult
  if (!docID || !viewerOf(req.user)) return null
  const { receipt } = await req.payload.findByID({ collection: 'verdicts', id: String(docID), depth: 0 })
  redirect(transcriptHref(idOf(receipt) ?? ''))
}

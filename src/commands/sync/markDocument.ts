import type { Payload } from 'payload'
import { SYSTEM, recordAudit } from '../../records/recordAudit'
import { notify } from '../../records/notify'
import { findWorkingRow, titleOf, type WorkingRow } from '../../records/workingRow'
import type { Responsible } from '../../records/responsible'
import { idOf } from '../../records/content'
import type { KnownDocument } from '../../../ingestion/syncDecision'
import type { Source } from '../../../payload-types'
import { inTransaction } from '../../database/transaction'

type Marks = Partial<
  Pick<
    WorkingRow,
    | 'sourceKey'
    | 'sourceLocation'
    | 'sourceFetchedAt'
    | 'sourceContentHash'
    | 'sourceVanishedAt'
    | 'sourceConflictAt'
  >
>

/** What is recorded and said of a mark. */
export interface MarkAct {
  action: string
  detail?: Record<string, unknown>
  /** What the document's owner is told. */
  tell?: { kind: string; title: (title: string) => string; body: string; at: string }
}

/** Writes where a document stands to its source: no version, as none of it is signed. What is in the trash is left alone. */
export const markDocument = async (
  { payload, source, responsible }: { payload: Payload; source: Source; responsible: Responsible },
  { collection, id }: Pick<KnownDocument, 'collection' | 'id'>,
  marks: Marks,
  act?: MarkAct,
): Promise<void> =>
  inTransaction({ payload }, async (req) => {
    const row = await findWorkingRow(payload, { collection, id, req })
    if (!row) return
    await payload.db.updateOne({ collection, id, data: { ...row, ...marks }, req })
    if (!act) return
    const { action, detail, tell } = act
    await recordAudit(req, {
      action,
      actor: SYSTEM,
      subject: { collection, id, title: titleOf(row) },
      detail: { source: source.name, key: row.sourceKey, ...detail },
    })
    if (!tell) return
    const owner = responsible.owner(row.owner) ?? responsible.owner(source.owner)
    await notify(req, {
      to: owner ? [owner] : responsible.leads(idOf(row.topic)),
      kind: tell.kind,
      title: tell.title(titleOf(row)),
      body: tell.body,
      href: `/admin/collections/${collection}/${id}`,
      key: `${tell.kind}:${id}:${tell.at}`,
    })
  })

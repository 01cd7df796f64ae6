import { randomUUID } from 'node:crypto'
import { v5 as uuidv5 } from 'uuid'
import type { AssistRecord } from '../../../payload-types'
import { inTransaction } from '../../database/transaction'
import type { Deps } from '../../deps'
import { redact } from '../../handover/redact'
import { idOf } from '../../records/content'
import type { AssistLabel } from '../../vocabulary'
import { NotFoundError } from '../governedDocument'

/** Names labels by the keys that they came with. */
const LABEL_NAMESPACE = 'b7c3f5e4-6f0e-4c5c-9d7a-4c6a8b1d2e3f'

/**
 * Keeps what a colleague made of suggestions; the latest word on one counts.
 * @param botId the bot whose key it is, which knows its own suggestions alone; null for a person.
 * @returns the label's id. @throws {NotFoundError}
 */
export const labelSuggestions = (
  { payload }: Pick<Deps, 'payload'>,
  o: {
    assistId: string
    botId: string | null
    label: AssistLabel
    suggestion: number
    text: string | null
    colleague: { key: string; name: string }
    idempotencyKey: string | null
  },
): Promise<string> =>
  inTransaction({ payload }, async (req) => {
    const made = await payload.db.findOne<AssistRecord>({
      collection: 'assist-records',
      where: { and: [{ id: { equals: o.assistId } }, { act: { equals: 'suggested' } }] },
      req,
    })
    const bot = idOf(made?.bot)
    if (!made || !bot || (o.botId && bot !== o.botId))
      throw new NotFoundError(`There are no suggestions ${o.assistId}.`)
    const text = o.text === null ? null : redact(o.text).text
    const row = { act: o.label, suggestion: o.suggestion, text, by: o.colleague.key }
    const id = o.idempotencyKey
      ? uuidv5(JSON.stringify([made.id, row, o.idempotencyKey]), LABEL_NAMESPACE)
      : randomUUID()
    const { totalDocs } = await payload.db.count({
      collection: 'assist-records',
      where: { id: { equals: id } },
      req,
    })
    if (!totalDocs)
      await payload.db.create({
        collection: 'assist-records',
        data: {
          id,
          assist: made.id,
          bot,
          conversationId: made.conversationId ?? null,
          handover: idOf(made.handover),
          byName: o.colleague.name,
          ...row,
        },
        req,
        returning: false,
      })
    return id
  })

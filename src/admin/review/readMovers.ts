import type { Payload } from 'payload'
import type { Todo } from './todo'
import type { Waiting } from './readWaiting'

/** The act after which a document waits, and how it is told. */
const MOVED: Partial<Record<Todo, { action: string; words: string }>> = {
  Sign: { action: 'document.submit', words: 'sent by' },
  Change: { action: 'document.request_changes', words: 'asked by' },
  Publish: { action: 'document.approve', words: 'signed by' },
}

/** Who made each of these documents wait, in words, by the document’s id; from the audit log, for one page of them. */
export const readMovers = async (
  payload: Payload,
  waiting: readonly Waiting[],
): Promise<Map<string, string>> => {
  if (!waiting.length) return new Map()
  const { docs } = await payload.find({
    collection: 'audit-log',
    where: {
      and: [
        { subjectId: { in: waiting.map(({ id }) => id) } },
        { action: { in: Object.values(MOVED).map(({ action }) => action) } },
      ],
    },
    sort: '-seq',
    depth: 0,
    pagination: false,
    select: { subjectId: true, action: true, actorName: true },
  })
  return new Map(
    waiting.flatMap(({ id, todo }) => {
      const moved = MOVED[todo]
      const row = docs.find(({ subjectId, action }) => subjectId === id && action === moved?.action)
      return moved && row ? [[id, `${moved.words} ${row.actorName}`] as const] : []
    }),
  )
}

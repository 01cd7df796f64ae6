import { documentHref, reviewHref } from '../links'
import type { Waiting } from './readWaiting'
import type { Todo } from './todo'

/** The state whose colours a thing to do has. */
export const TODO_STATES: Record<Todo, string> = {
  Sign: 'in_review',
  Change: 'changes_requested',
  Publish: 'approved',
  Confirm: 'due',
}

/** Where it is done: what is judged is read on the review page, what is mended or confirmed on the document’s. */
export const todoHref = ({ collection, id, todo }: Pick<Waiting, 'collection' | 'id' | 'todo'>): string =>
  todo === 'Confirm' || todo === 'Change' ? documentHref(collection, id) : reviewHref(collection, id)

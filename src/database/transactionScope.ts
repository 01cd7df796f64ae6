import { AsyncLocalStorage } from 'node:async_hooks'

/** One transaction, as what runs inside it knows it. */
export interface TransactionScope {
  open: boolean
  /** Counts statements, so that who waits can tell whether the transaction still goes on. */
  progress: number
  /** The open transaction that this one was begun inside of. */
  outer: TransactionScope | undefined
}

const scopes = new AsyncLocalStorage<TransactionScope>()

/**
 * Makes everything that the caller does from here on part of a transaction: Payload begins one in the middle of an
 * operation, so there is no function to run inside. What comes after its end is outside again, because `open` says so.
 */
export function enterTransactionScope(): TransactionScope {
  const scope = { open: true, progress: 0, outer: openScope(scopes.getStore()) }
  scopes.enterWith(scope)
  return scope
}

/** The transaction that the caller was begun inside of, if it is still open. */
export const currentScope = (): TransactionScope | undefined => openScope(scopes.getStore())

/** Whether `scope` runs inside `holder`, at any depth. */
export function isInside(scope: TransactionScope | undefined, holder: TransactionScope): boolean {
  for (let each = scope; each; each = each.outer) if (each === holder) return true
  return false
}

function openScope(scope: TransactionScope | undefined): TransactionScope | undefined {
  let each = scope
  while (each && !each.open) each = each.outer
  return each
}

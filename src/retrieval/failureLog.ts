import type { ModelFault } from '../errors'

/** A failure as it is logged: what failed and how, never what was asked or said. */
interface LoggedFailure {
  port: string
  /** Host and model. */
  id: string
  fault: ModelFault
  /** Since it was last logged, this one included. */
  times: number
}

const EVERY_MS = 60_000
/** A server that changes its ways all the time must not fill the memory. */
const MOST_KINDS = 100

export type NoteFailure = (failure: Omit<LoggedFailure, 'times'>) => void

/** Logs failures of models, each kind once a minute at the most, with how many there were. */
export function createFailureLog(
  write: (failure: LoggedFailure, sentence: string) => void,
  { everyMs = EVERY_MS, now = Date.now }: { everyMs?: number; now?: () => number } = {},
): NoteFailure {
  const kinds = new Map<string, { at: number; unsaid: number }>()
  return (failure) => {
    const { port, id, fault } = failure
    const key = `${port} ${id} ${fault}`
    const known = kinds.get(key) ?? { at: -Infinity, unsaid: 0 }
    known.unsaid++
    if (kinds.size < MOST_KINDS) kinds.set(key, known)
    if (now() - known.at < everyMs) return
    const times = known.unsaid
    Object.assign(known, { at: now(), unsaid: 0 })
    write({ ...failure, times }, `${port} ${id} failed: ${fault}${times > 1 ? `, ${times} times` : ''}.`)
  }
}

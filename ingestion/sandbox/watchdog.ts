import { OUT_OF_MEMORY, OUT_OF_TIME } from './protocol'

/** How often the child is looked at. */
const EVERY_MS = 25

export interface WatchdogData {
  /** The process that the child works for. */
  parent: number
  maxBytes: number
  /** In shared memory: how much processor time the process may have used, in microseconds; 0 for no limit. */
  untilCpu: Float64Array
}

/**
 * Runs in a thread of the child, for its main thread may never wait: kills the process when it holds too much memory or
 * used too much processor time, or when the process that it works for is gone. Plain JavaScript, as threads do not load
 * TypeScript.
 */
export const WATCHDOG = `
const { workerData: { parent, maxBytes, untilCpu } } = require('node:worker_threads')
const { writeSync } = require('node:fs')
const die = (words) => {
  writeSync(2, words)
  process.kill(process.pid, 'SIGKILL')
}
setInterval(() => {
  if (process.ppid !== parent) die('')
  if (process.memoryUsage.rss() > maxBytes) die(${JSON.stringify(OUT_OF_MEMORY)})
  const { user, system } = process.cpuUsage()
  if (untilCpu[0] > 0 && user + system > untilCpu[0]) die(${JSON.stringify(OUT_OF_TIME)})
}, ${EVERY_MS})
`

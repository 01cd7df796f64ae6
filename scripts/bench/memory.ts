import { readFileSync } from 'node:fs'

/** What this process has held at most so far, in MB. */
export const peakMegabytes = (): number => Math.round((process.resourceUsage().maxRSS * 1024) / 1e6)

const EVERY_MS = 100

/**
 * Watches, until stopped, what the processes that this one has started hold at most, all together, in MB. Null where the
 * system does not tell.
 */
export const watchChildren = (): { stop: () => number | null } => {
  let peak: number | null = null
  const look = () => {
    const held = childrenOf('self').reduce((sum, pid) => sum + residentOf(pid), 0)
    peak = Math.max(peak ?? 0, Math.round(held / 1e6))
  }
  const timer = setInterval(() => {
    try {
      look()
    } catch {
      // A child that has just ended.
    }
  }, EVERY_MS)
  return {
    stop: () => {
      clearInterval(timer)
      return peak
    },
  }
}

const childrenOf = (pid: string): string[] => {
  const main = pid === 'self' ? String(process.pid) : pid
  const own = readFileSync(`/proc/${main}/task/${main}/children`, 'utf8').split(' ').filter(Boolean)
  return own.concat(own.flatMap(childrenOf))
}

const residentOf = (pid: string): number =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024

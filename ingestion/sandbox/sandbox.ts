import { carryOut, kill, startParser, type Order, type Parser } from './parser'
import type { TaskName, Tasks } from './tasks'

export interface Sandbox {
  /** Carries a task out in a process of its own, and yields what comes of it. */
  run<Name extends TaskName>(
    task: Name,
    args: Tasks[Name]['args'],
    rest: Pick<Order, 'bytes' | 'limits' | 'signal'>,
  ): AsyncIterable<Tasks[Name]['item']>
  close(): void
}

interface Options {
  /** Directory of the project. */
  root?: string
  /** Processes at once; who comes later waits, outside of the time limit. */
  size?: number
  /** How long an idle process stays warm. */
  idleMs?: number
}

/** After this many orders a process is replaced, lest it gathers memory. */
const MAX_ORDERS = 500

/**
 * Where bytes from outside are parsed: child processes that can be killed while they loop, that have a hard limit of
 * memory, no secrets, and a lower priority than answers. They start when they are needed and stay warm for a while.
 */
export function createSandbox({ root = process.cwd(), size = 2, idleMs = 30_000 }: Options = {}): Sandbox {
  const idle: { parser: Parser; timer: NodeJS.Timeout }[] = []
  const orders = new WeakMap<Parser, number>()
  const waiting: (() => void)[] = []
  let [busy, closed] = [0, false]

  const discard = (parser: Parser) => {
    const at = idle.findIndex((each) => each.parser === parser)
    const [found] = at >= 0 ? idle.splice(at, 1) : []
    clearTimeout(found?.timer)
    kill(parser)
  }
  const takeIdle = (maxMegabytes: number): Parser | undefined => {
    const at = idle.findIndex(({ parser }) => parser.maxMegabytes === maxMegabytes && isAlive(parser))
    const [found] = at >= 0 ? idle.splice(at, 1) : []
    clearTimeout(found?.timer)
    if (!found)
      for (const { parser } of idle.slice(0, Math.max(0, busy + idle.length - size))) discard(parser)
    return found?.parser
  }
  const giveBack = (parser: Parser) => {
    const count = (orders.get(parser) ?? 0) + 1
    orders.set(parser, count)
    if (closed || !isAlive(parser) || count >= MAX_ORDERS) return kill(parser)
    setHolding(parser, false)
    const timer = setTimeout(() => discard(parser), idleMs).unref()
    idle.push({ parser, timer })
  }
  const turn = async () => {
    if (busy < size) busy++
    else await new Promise<void>((resolve) => waiting.push(resolve))
  }
  const endTurn = () => {
    const next = waiting.shift()
    if (next) next()
    else busy--
  }

  return {
    async *run<Name extends TaskName>(
      task: Name,
      args: Tasks[Name]['args'],
      rest: Pick<Order, 'bytes' | 'limits' | 'signal'>,
    ) {
      await turn()
      let parser: Parser | undefined
      try {
        rest.signal.throwIfAborted()
        const { maxMegabytes } = rest.limits
        parser = takeIdle(maxMegabytes) ?? (await startParser(root, maxMegabytes))
        setHolding(parser, true)
        yield* carryOut(parser, { task, args, ...rest }) as AsyncGenerator<Tasks[Name]['item']>
      } finally {
        if (parser) giveBack(parser)
        endTurn()
      }
    },
    close() {
      closed = true
      for (let next = idle[0]; next; next = idle[0]) discard(next.parser)
    },
  }
}

const isAlive = ({ process: child }: Parser): boolean =>
  child.connected && child.exitCode === null && child.signalCode === null && !child.killed

/** Whether this process goes on for as long as the child is there. */
function setHolding({ process: child }: Parser, holding: boolean): void {
  const how = holding ? 'ref' : 'unref'
  child[how]()
  child.channel?.[how]()
  ;(child.stderr as { ref?: () => void; unref?: () => void } | null)?.[how]?.()
}

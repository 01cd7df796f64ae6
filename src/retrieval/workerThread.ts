import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { TransferListItem, Worker } from 'node:worker_threads'

// Asked for at run time: a bundler that sees `new Worker(...)` tries to bundle the file behind it.
const { Worker: NodeWorker } = process.getBuiltinModule('node:worker_threads')

export interface WorkerThread {
  /** Calls a method of the worker. @throws what `toError` made of the worker's error, or of its death. */
  call<T>(method: string, args: unknown, transfer?: TransferListItem[]): Promise<T>
  close(): Promise<void>
}

export interface WorkerFailure {
  message: string
  code?: string
}

interface Options {
  /** Directory of the project; a worker is a file of its source tree, run as it is. */
  root?: string
  /** The worker's file, relative to `root`. */
  file: string
  workerData: unknown
  toError: (failure: WorkerFailure) => Error
  /** The worker ends itself at a call of `close`, once what native code does for it has ended; ended from outside, that aborts the process. */
  endsItself?: boolean
}

/** For a worker that ends itself. */
const ENDS_WITHIN_MS = 5_000

interface Reply {
  call: number
  result?: unknown
  failure?: WorkerFailure
}

interface Pending {
  resolve: (value: never) => void
  reject: (error: Error) => void
}

/**
 * A worker thread that answers calls; it starts with the first call, starts anew after a crash, and keeps the process
 * alive only while a call is under way.
 */
export function createWorkerThread({
  root = process.cwd(),
  file,
  workerData,
  toError,
  endsItself = false,
}: Options): WorkerThread {
  const location = path.resolve(/* turbopackIgnore: true */ root, file)
  const pending = new Map<number, Pending>()
  let worker: Worker | null = null
  let calls = 0
  let closed = false

  const start = () => {
    // onnxruntime reports its use to Microsoft unless told not to. It reads the process's environment, not the worker's copy.
    process.env['ORT_DISABLE_TELEMETRY'] = '1'
    // Without execArgv the worker would load tsx again, which costs 0.2 s and is of no use to plain JavaScript.
    const started = new NodeWorker(location, { workerData, execArgv: [] })
    started.on('message', ({ call, result, failure }: Reply) => {
      const waiting = pending.get(call)
      pending.delete(call)
      if (pending.size === 0 && !closed) started.unref()
      if (failure) waiting?.reject(toError(failure))
      else waiting?.resolve(result as never)
    })
    const die = (failure: WorkerFailure) => {
      if (worker !== started) return
      worker = null
      for (const waiting of pending.values()) waiting.reject(toError(failure))
      pending.clear()
    }
    started.on('error', (error) => die({ message: error.message }))
    started.on('exit', (code) => die({ message: `the worker thread ended (code ${code})` }))
    return started
  }

  return {
    call: <T>(method: string, args: unknown, transfer: TransferListItem[] = []) =>
      new Promise<T>((resolve, reject) => {
        if (closed) return reject(toError({ message: 'already closed' }))
        worker ??= start()
        worker.ref()
        pending.set(++calls, { resolve: resolve as (value: never) => void, reject })
        worker.postMessage({ call: calls, method, args }, transfer)
      }),
    async close() {
      closed = true
      const ending = worker
      if (!ending) return
      if (endsItself) {
        const ended = once(ending, 'exit')
        ending.ref()
        ending.postMessage({ call: ++calls, method: 'close', args: [] }, [])
        await Promise.race([ended, sleep(ENDS_WITHIN_MS, undefined, { ref: false })])
      }
      await ending.terminate()
    },
  }
}

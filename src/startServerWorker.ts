import { getDeps } from './deps'
import { startBackground } from './background'
import { runWorker } from './worker'

/** Runs the worker inside the server, unless `VOUCH_WORKER=off` leaves it to `vouch worker`. */
export const startServerWorker = (): void => {
  void (async () => {
    const deps = await getDeps()
    const { payload, env } = deps
    if (env.VOUCH_WORKER === 'off') return
    const stop = new AbortController()
    process.once('SIGTERM', () => stop.abort())
    process.once('SIGINT', () => stop.abort())
    await runWorker({
      payload,
      databaseUri: env.databaseUri,
      signal: stop.signal,
      onTurn: () => startBackground(deps),
    })
  })().catch((error: unknown) => {
    process.stderr.write(`The worker stopped: ${(error as Error).message}\n`)
  })
}

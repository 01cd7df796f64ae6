/** Next calls this once when a server process starts: the worker begins at once, not at the first request. */
export const register = async (): Promise<void> => {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return
  const { rememberClientAddresses } = await import('./http/edge/rememberClientAddress')
  rememberClientAddresses()
  const { keepParametersOutOfConsole } = await import('./logging/withoutParameters')
  keepParametersOutOfConsole()
  const { flushTracing } = await import('./tracing/start')
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void flushTracing())
  const { startServerWorker } = await import('./startServerWorker')
  startServerWorker()
}

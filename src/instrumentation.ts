/** Next calls this once when a server process starts: the worker begins at once, not at the first request. */
export const register = async (): Promise<void> => {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return
  const { rememberClientAddresses } = await import('./http/edge/rememberClientAddress')
  rememberClientAddresses()
  const { keepParametersOutOfConsole } = await import('./logging/withoutParameters')
  keepParametersOutOfConsole()
  const { flushAtShutdown } = await import('./tracing/flushAtShutdown')
  flushAtShutdown()
  const { startServerWorker } = await import('./startServerWorker')
  startServerWorker()
}

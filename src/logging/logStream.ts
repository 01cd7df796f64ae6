/** Set by the command line, whose result alone belongs on standard output. */
export const LOG_TO = 'VOUCH_LOG_TO'

/** Where logs go: standard output of a server, standard error of a command. */
export const logStream = ({
  stdout,
  stderr,
  env,
}: Pick<NodeJS.Process, 'stdout' | 'stderr' | 'env'> = process): NodeJS.WritableStream =>
  env[LOG_TO] === 'stderr' ? stderr : stdout

import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { LOG_TO, logStream } from '../../src/logging/logStream'
import { errorForLog, loggerOptions, withoutParameters } from '../../src/logging/withoutParameters'

const SECRET = 'The whole text of a policy\nparams: and more\n    at the end of it'
/** As drizzle throws it; test/integration/edge.test.ts has a real one. */
const failed = () => {
  const query = 'insert into "policies" values (?)'
  const cause = new Error('SQLITE_FULL: disk full')
  return Object.assign(new Error(`Failed query: ${query}\nparams: ${SECRET}`, { cause }), {
    query,
    params: [SECRET],
  })
}
const wrapped = () => new Error('It could not be saved.', { cause: failed() })

const logged = (log: (logger: ReturnType<typeof pino>) => void): string => {
  const lines: string[] = []
  log(pino({ ...loggerOptions } as never, { write: (line: string) => void lines.push(line) }))
  return lines.join('')
}

describe('a statement that failed', () => {
  it.each([
    ['as err', (logger: ReturnType<typeof pino>) => logger.error({ err: failed(), msg: 'No.' })],
    ['as error', (logger: ReturnType<typeof pino>) => logger.error({ error: failed() }, 'No.')],
    ['as the only argument', (logger: ReturnType<typeof pino>) => logger.error(failed())],
    ['as the cause of another', (logger: ReturnType<typeof pino>) => logger.warn({ err: wrapped() })],
    ['in a sentence', (logger: ReturnType<typeof pino>) => logger.error(`Could not: ${failed().message}`)],
  ])('is logged with its statement and its reason, and without its values: %s', (_, log) => {
    const line = logged(log)
    expect(line).toContain('insert into')
    expect(line).not.toMatch(/whole text|and more|the end of it/)
  })

  it('keeps what caused it and where it happened', () => {
    expect(errorForLog(wrapped())).toMatchObject({
      message: 'It could not be saved.',
      cause: {
        stack: expect.stringMatching(/logging\.test\.ts/),
        cause: { message: 'SQLITE_FULL: disk full' },
      },
    })
  })

  it('that holds none is logged as it is', () =>
    expect(withoutParameters('Nothing to see.')).toBe('Nothing to see.'))
})

describe('where logs go', () => {
  const streams = { stdout: { name: 'out' }, stderr: { name: 'err' } }
  const to = (env: Record<string, string>) => logStream({ ...streams, env } as never)

  it('is standard output for a server, and never for a command, whose result stands alone there', () => {
    expect(to({})).toBe(streams.stdout)
    expect(to({ [LOG_TO]: 'stderr' })).toBe(streams.stderr)
  })
})

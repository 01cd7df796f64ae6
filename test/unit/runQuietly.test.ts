import { expect, it } from 'vitest'
import { runQuietly } from '../../scripts/runQuietly'

const run = async (script: string) => {
  const shown: string[] = []
  const code = await runQuietly([process.execPath, '-e', script], {}, (written) => shown.push(written))
  return { code, shown }
}

it('says nothing of what went well', async () => {
  expect(await run('console.log("a route"); console.error("a warning")')).toEqual({ code: 0, shown: [] })
})

it('shows all that was written by what failed, with its exit code', async () => {
  const { code, shown } = await run(
    'console.log("compiling"); console.error("no such file"); process.exitCode = 3',
  )
  expect(code).toBe(3)
  expect(shown.join('')).toContain('compiling\n')
  expect(shown.join('')).toContain('no such file\n')
})

it('says that a program is not there', async () => {
  await expect(runQuietly(['/nowhere/at/all'])).rejects.toThrow('ENOENT')
})

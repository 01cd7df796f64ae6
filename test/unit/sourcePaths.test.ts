import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ValidationError } from 'payload'
import { afterAll, describe, expect, it } from 'vitest'
import { refuseLocalPaths } from '../../collections/Sources/refuseLocalPaths'
import { parseEnv } from '../../src/env'

const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'vouch-dirs-')))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const allowed = path.join(root, 'shared')
mkdirSync(path.join(allowed, 'handbook'), { recursive: true })
writeFileSync(path.join(root, 'secret.md'), 'Secret.')
symlinkSync(root, path.join(allowed, 'way-out'))

/** What is stored; a refusal in the words at its field. */
const add = async (
  location: string,
  { kind = 'folder', user = {} as object | null, dirs = [allowed] } = {},
) => {
  try {
    return await refuseLocalPaths(dirs)({
      data: { kind, location },
      operation: 'create',
      req: { user },
    } as unknown as Parameters<ReturnType<typeof refuseLocalPaths>>[0])
  } catch (error) {
    const [marked] = (error as ValidationError).data.errors
    expect(marked?.path).toBe('location')
    throw new Error(marked?.message, { cause: error })
  }
}

describe('a source that is added in the browser', () => {
  it('may be a folder below a directory that the setting names, and is kept by where it really is', async () => {
    expect(await add(path.join(allowed, 'handbook'))).toMatchObject({
      location: path.join(allowed, 'handbook'),
    })
    expect(await add(allowed)).toMatchObject({ location: allowed })
  })

  it.each([
    ['beside it', path.join(root, 'secret.md')],
    ['that only begins like it', `${allowed}-too`],
    ['out of it by dots', path.join(allowed, '..') + '/secret.md'],
    ['out of it by a link', path.join(allowed, 'way-out', 'secret.md')],
    ['relative to wherever the server runs', 'handbook'],
  ])('may not be a path %s', async (_, location) => {
    await expect(add(location, { kind: 'file' })).rejects.toThrow('are added on its command line')
  })

  it('says that a path is not there only below a directory that is named', async () => {
    await expect(add(path.join(allowed, 'nowhere'))).rejects.toThrow('There is no file or folder at')
    await expect(add(path.join(root, 'nowhere'))).rejects.toThrow('are added on its command line')
  })

  it('may be no path at all where nothing is named; on the command line, which has no user, any', async () => {
    await expect(add(allowed, { dirs: [] })).rejects.toThrow('are added on its command line')
    expect(await add('/etc', { user: null })).toMatchObject({ location: '/etc' })
  })

  it('is named by a setting of directories, separated by commas', () => {
    expect(parseEnv({ VOUCH_SOURCE_DIRS: '/srv/docs, /srv/more/ ,' }).sourceDirs).toEqual([
      '/srv/docs',
      '/srv/more',
    ])
    expect(parseEnv({}).sourceDirs).toEqual([])
  })
})

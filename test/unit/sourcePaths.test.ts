import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ValidationError } from 'payload'
import { afterAll, describe, expect, it } from 'vitest'
import { refuseLocalPaths } from '../../collections/Sources/refuseLocalPaths'
import { createConnectors } from '../../ingestion/connectors/registry'
import { parseEnv } from '../../src/env'
import { SAME_PROCESS } from '../fakes/sameProcess'

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

const ADDRESSES_OF_FILES = (root: string) => [
  `http://../..${root}/secret.md`,
  'HTTP://../../etc/passwd',
  'https:../../etc/passwd',
  'https:///../etc/passwd/..//',
  `file://${root}/secret.md`,
  `file:${root}/secret.md`,
  'git:../../etc',
  'data:text/plain,x',
  '\\\\server\\share',
  '~/.ssh/id_rsa',
]

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

  const KINDS = Object.keys(createConnectors({ allowPrivate: [], publicUrl: '', environment: {} }))

  it.each(KINDS.flatMap((kind) => ADDRESSES_OF_FILES(root).map((location) => [kind, location] as const)))(
    'may not be a %s whose location leads to a file: %s',
    async (kind, location) => {
      await expect(add(location, { kind })).rejects.toThrow('are added on its command line')
    },
  )

  it.each([
    ['web', 'https://help.example.com/a'],
    ['sitemap', 'https://help.example.com/sitemap.xml'],
    ['git', 'https://git.example.com/a/b.git#main:docs'],
    ['git', 'git@git.example.com:a/b.git'],
    ['s3', 's3://bucket/prefix?endpoint=https://store.example'],
    ['confluence', 'https://acme.atlassian.net/wiki/spaces/KB'],
    ['notion', 'https://www.notion.so/acme/0123456789abcdef0123456789abcdef'],
    ['notion', '0123456789abcdef0123456789abcdef'],
  ])('may be a %s at an address: %s', async (kind, location) => {
    expect(await add(location, { kind })).toMatchObject({ location })
  })

  it('says how an address is written where one was meant', async () => {
    await expect(add('help centre', { kind: 'web' })).rejects.toThrow('https://help.example.com')
    await expect(add('our-bucket', { kind: 's3' })).rejects.toThrow('s3://bucket')
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

describe('what opens a path when a source is synced', () => {
  const listed = async (kind: 'folder' | 'zendesk' | 'intercom', location: string) => {
    const connectors = createConnectors({ allowPrivate: [], publicUrl: '', environment: {} })
    const settings = {
      workDir: root,
      maxBytes: 1e6,
      maxItems: 10,
      sandbox: SAME_PROCESS,
      credentials: {},
      sourceDirs: [allowed],
    }
    for await (const _ of connectors[kind](location, settings, new AbortController().signal));
  }

  it.each(['folder', 'zendesk', 'intercom'] as const)('is never given an address: %s', async (kind) => {
    await expect(listed(kind, `http://../..${root}/secret.md`)).rejects.toThrow('is an address, not a path')
  })

  it.each(['folder', 'zendesk', 'intercom'] as const)(
    'does not follow a link that was put there after the source was added: %s',
    async (kind) => {
      await expect(listed(kind, path.join(allowed, 'way-out', 'secret.md'))).rejects.toThrow(
        'is a link out of',
      )
    },
  )
})

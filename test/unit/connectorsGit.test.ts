import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { gitConnector } from '../../ingestion/connectors/git'
import { fileLink, gitGuard, parseGitLocation } from '../../ingestion/connectors/gitLocation'
import type { Lookup } from '../../ingestion/connectors/publicAddress'
import { listed, never, textOf } from './connectorsSetup'

const guard = { allowPrivate: [] }
const parse = (location: string) => parseGitLocation(location, { guard, allowFile: false })
const resolvesTo =
  (address: string): Lookup =>
  (_, __, done) =>
    done(null, [{ address, family: 4 }])

describe('the location of a repository', () => {
  it('names a remote, a branch and a folder', () => {
    expect(parse('https://github.com/acme/help.git')).toMatchObject({
      remote: 'https://github.com/acme/help.git',
      folder: '',
    })
    expect(parse('https://github.com/acme/help.git#main:docs/policies/')).toMatchObject({
      branch: 'main',
      folder: 'docs/policies',
    })
    expect(parse('git@github.com:acme/help.git#:docs')).toMatchObject({
      sshHost: 'github.com',
      folder: 'docs',
    })
    expect(parse('https://github.com/acme/help.git#feature/a-1')).toMatchObject({ branch: 'feature/a-1' })
  })

  it.each([
    '--upload-pack=touch /tmp/x',
    '-oProxyCommand=x@host:repo',
    'git@-oProxyCommand=x:repo',
    'git@host:--upload-pack=x',
    'ext::sh -c touch% /tmp/x',
    'file:///etc',
    '/srv/repositories/a.git',
    'git://github.com/acme/help.git',
    'http://github.com/acme/help.git',
    'https://token@github.com/acme/help.git',
    'https://127.0.0.1/a.git',
    'https://github.com/a.git#--force',
    'https://github.com/a.git#a:b/../../c',
    'https://github.com/a.git#main..other',
    'https://github.com/a.git#+main',
  ])('is refused: %s', (location) => {
    expect(() => parse(location)).toThrow(/^\S[\s\S]+\.$/)
  })

  it('of a private address is refused before anything is cloned, also for ssh', async () => {
    const settings = { ...guard, lookup: resolvesTo('10.0.0.1') }
    for (const location of ['https://git.example/a.git', 'git@git.example:a.git'])
      await expect(gitGuard(parse(location), settings)).rejects.toThrow(/private network/)
  })

  it('holds git to the addresses that were checked', async () => {
    const settings = { ...guard, lookup: resolvesTo('140.82.121.4') }
    expect(await gitGuard(parse('https://git.example/a.git'), settings)).toEqual([
      'http.curloptResolve=git.example:443:140.82.121.4',
    ])
  })

  it('becomes a permanent link where the host has such', () => {
    const file = { commit: 'abc', path: 'docs/a b.md' }
    expect(fileLink(parse('https://github.com/acme/help.git'), file)).toBe(
      'https://github.com/acme/help/blob/abc/docs/a%20b.md',
    )
    expect(fileLink(parse('git@gitlab.com:acme/help.git'), file)).toBe(
      'https://gitlab.com/acme/help/-/blob/abc/docs/a%20b.md',
    )
    expect(fileLink(parse('https://git.acme.example/help.git'), file)).toBe(
      'https://git.acme.example/help.git#docs/a b.md',
    )
  })
})

const withoutGit = spawnSync('git', ['--version']).status !== 0

describe.skipIf(withoutGit)(`a repository${withoutGit ? ' (skipped: git is not installed)' : ''}`, () => {
  let home: string
  let workDir: string
  let remote: string
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-C', join(home, 'work'), '-c', 'user.name=Ann', '-c', 'user.email=ann@example.com', ...args],
      {
        stdio: 'pipe',
      },
    ).toString()
  const commit = (files: Record<string, string | Buffer>) => {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(home, 'work', name)), { recursive: true })
      writeFileSync(join(home, 'work', name), content)
    }
    git('add', '-A')
    git('commit', '-qm', 'words')
    git('push', '-q', join(home, 'remote.git'), 'HEAD:main')
  }
  const list = (fragment = '', settings = {}, options = {}) =>
    listed(
      gitConnector({ guard, environment: process.env, allowFile: true, ...options }),
      remote + fragment,
      {
        workDir,
        ...settings,
      },
    )

  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'vouch-git-'))
    remote = `file://${home}/remote.git`
    for (const args of [
      ['init', '-q', '--bare', '-b', 'main', join(home, 'remote.git')],
      ['init', '-q', '-b', 'main', join(home, 'work')],
    ])
      execFileSync('git', args)
    mkdirSync(join(home, 'work/docs'))
    symlinkSync('/etc/passwd', join(home, 'work/docs/link.md'))
    commit({
      'docs/returns.md': '# Returns\n',
      'docs/Größe & more.md': 'ö',
      'docs/logo.bin': Buffer.from([0, 255, 254, 13, 10]),
      'docs/.hidden.md': 'x',
      'node_modules/a/readme.md': 'x',
      'README.MD': 'read me',
      '.gitattributes': '*.md filter=evil text eol=crlf\n',
    })
  })
  beforeEach(() => {
    workDir = mkdtempSync(join(home, 'sync-'))
  })
  afterAll(() => rmSync(home, { recursive: true }))

  it('lists the files of its head with their hash and size, but no links and nothing hidden', async () => {
    const { items, failures } = await list()
    expect(failures).toEqual([])
    expect(items.map(({ key, extension, bytes }) => [key, extension, bytes])).toEqual([
      ['README.MD', '.md', 7],
      ['docs/Größe & more.md', '.md', 2],
      ['docs/logo.bin', '.bin', 5],
      ['docs/returns.md', '.md', 10],
    ])
    expect(items[3]?.revision).toBe(git('rev-parse', 'HEAD:docs/returns.md').trim())
  })

  it('gives the bytes as they were committed, and keeps no work tree', async () => {
    const { items } = await list()
    expect(await textOf(items[3])).toBe('# Returns\n')
    expect([...(await items[2]!.fetch(never()))]).toEqual([0, 255, 254, 13, 10])
    expect(existsSync(join(workDir, 'repository.git/docs'))).toBe(false)
  })

  it('of which a folder is asked gives that folder alone, with keys below it', async () => {
    const { items } = await list('#main:docs')
    expect(items.map(({ key }) => key)).toEqual(['Größe & more.md', 'logo.bin', 'returns.md'])
    await expect(list('#main:nowhere')).rejects.toThrow(/no files in nowhere/)
  })

  it('that changed is fetched again into the same clone: the revision of what changed is another', async () => {
    const before = await list()
    commit({ 'docs/returns.md': '# Returns\n\nSixty days.\n' })
    const after = await list()
    const changed = after.items.filter(({ revision }, i) => revision !== before.items[i]?.revision)
    expect(changed.map(({ key }) => key)).toEqual(['docs/returns.md'])
    expect(await textOf(changed[0])).toContain('Sixty days')
  })

  it('is read at a tag or another branch', async () => {
    git('push', '-q', join(home, 'remote.git'), 'HEAD~0:refs/heads/other', 'HEAD:refs/tags/v1.0')
    expect((await list('#other')).items).toHaveLength(4)
    expect((await list('#v1.0')).items).toHaveLength(4)
    await expect(list('#nope')).rejects.toThrow(/no branch "nope"/)
  })

  it('ends with a failure at the most items, and refuses a file that is too large', async () => {
    const { items, failures } = await list('', { maxItems: 2, maxBytes: 3 })
    expect(items).toHaveLength(2)
    expect(failures[0]?.error).toContain('more than 2 files')
    await expect(items[0]?.fetch(never())).rejects.toThrow(/larger than 3 bytes/)
  })

  it('that is not there is refused in a sentence', async () => {
    remote = `file://${home}/gone.git`
    await expect(list()).rejects.toThrow(/gone\.git cannot be fetched .*Check the address\.$/)
    remote = `file://${home}/remote.git`
  })

  it('is not read from this machine unless a test allows it', async () => {
    await expect(list('', {}, { allowFile: false })).rejects.toThrow(/must be named as https/)
  })

  it('that takes too long is given up', async () => {
    await expect(list('', {}, { maxMilliseconds: 1 })).rejects.toThrow(/took too long/)
  })

  it('is refused in a sentence where git is not installed', async () => {
    await expect(list('', {}, { environment: { PATH: '/nowhere' } })).rejects.toThrow(/git is not installed/)
  })
})

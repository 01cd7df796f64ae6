import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { extname } from 'node:path/posix'
import { simpleGit, type SimpleGit } from 'simple-git'
import { LoadError } from '../../src/errors'
import { withTimeLimit } from '../../src/timeLimit'
import { fileLink, type GitLocation, gitGuard, parseGitLocation } from './gitLocation'
import type { GuardSettings } from './publicAddress'
import type { Connector } from './types'

export interface GitSettings {
  guard: GuardSettings
  /** What git and ssh inherit: the path to both, the home with their settings and keys, a proxy. */
  environment: Record<string, string | undefined>
  /** For listing, with what it fetches (default 10 minutes). */
  maxMilliseconds?: number
  /** Repositories on this machine, for tests. */
  allowFile?: boolean
}

const QUIET_MS = 60_000

/**
 * The files of a Git repository, or of a folder in it, at the head of a branch. `location`: see `parseGitLocation`;
 * access to what is private comes from the operator's own credential helper or ssh keys. The newest commit alone is
 * fetched into a bare repository under `workDir`: there is no work tree, so no hook, filter, symbolic link or submodule
 * comes to act. A file's revision is its blob's hash. Hidden files and node_modules are passed over, as in a folder.
 * How much a repository weighs is not limited, only how long fetching it may take.
 */
export const gitConnector = (settings: GitSettings): Connector =>
  async function* (location, { workDir, maxItems, maxBytes }, signal) {
    const { guard, allowFile = false, maxMilliseconds = 600_000 } = settings
    const source = parseGitLocation(location, { guard, allowFile })
    const config = await gitGuard(source, guard)
    const repository = { ...settings, allowFile, folder: join(workDir, 'repository.git') }
    await mkdir(repository.folder, { recursive: true })
    const { commit, files } = await withTimeLimit(
      { ms: maxMilliseconds, signals: [signal] },
      async (limit) => {
        const { git, commit } = await fetchHead({
          ...repository,
          config,
          source,
          signal,
          timeOver: limit.signal,
        })
        return { commit, files: await listFiles(git, { commit, folder: source.folder }) }
      },
    )
    if (files.length === 0)
      throw new LoadError(`${source.remote} has no files${source.folder && ` in ${source.folder}`}.`)
    for (const { path, hash, bytes } of files.slice(0, maxItems)) {
      yield {
        key: source.folder ? path.slice(source.folder.length + 1) : path,
        location: fileLink(source, { commit, path }),
        extension: extname(path).toLowerCase(),
        bytes,
        revision: hash,
        fetch: async (signal) => {
          if (bytes > maxBytes)
            throw new LoadError(`The file ${path} is larger than ${maxBytes} bytes, the most that is read.`)
          return new Uint8Array(await openGit({ ...repository, signal }).showBuffer([hash]))
        },
      }
    }
    if (files.length > maxItems)
      yield {
        file: location,
        error: `The repository has more than ${maxItems} files; the rest is left out. Name a folder of it.`,
      }
  }

interface Repository {
  folder: string
  environment: GitSettings['environment']
  allowFile: boolean
  signal: AbortSignal
  config?: string[]
}

function openGit({ folder, config = [], environment, allowFile, signal }: Repository): SimpleGit {
  const own = {
    GIT_DIR: folder,
    GIT_TERMINAL_PROMPT: '0',
    GIT_ALLOW_PROTOCOL: `https:ssh${allowFile ? ':file' : ''}`,
    GIT_SSH_COMMAND: 'ssh -oBatchMode=yes -oConnectTimeout=15',
  }
  const inherited = Object.entries(environment).filter(
    ([name, value]) => value !== undefined && INHERITED.test(name),
  )
  return simpleGit({
    baseDir: folder,
    abort: signal,
    timeout: { block: QUIET_MS },
    config: ['core.symlinks=false', 'fetch.recurseSubmodules=false', 'http.followRedirects=false', ...config],
    allowEnvironment: Object.keys(own),
    unsafe: { allowUnsafeSshCommand: true, allowUnsafeConfigPaths: true, allowUnsafeProtocolOverride: true },
  }).env({ ...Object.fromEntries(inherited), ...own })
}

const INHERITED =
  /^(PATH|HOME|USER|LANG|LC_ALL|TMPDIR|SYSTEMROOT|SSH_AUTH_SOCK|XDG_CONFIG_HOME|(HTTPS?|NO)_PROXY)$/i

/** Kept under a reference of its own, so that the next fetch brings only what is new. */
const SYNCED = 'refs/vouch/synced'

interface Fetching extends Repository {
  source: GitLocation
  timeOver: AbortSignal
}

async function fetchHead({ source, signal, timeOver, ...repository }: Fetching) {
  const { remote, branch = 'HEAD' } = source
  try {
    const git = openGit({ ...repository, signal: timeOver })
    await git.raw(['init', '--quiet', '--bare'])
    await git.raw([...FETCH, '--', remote, `${branch}:${SYNCED}`])
    return { git, commit: (await git.raw(['rev-parse', `${SYNCED}^{commit}`])).trim() }
  } catch (error) {
    signal.throwIfAborted()
    if (timeOver.aborted)
      throw new LoadError(`Fetching ${remote} took too long and was given up. Try again later.`)
    throw new LoadError(explain(source, error as Error))
  }
}

const FETCH = ['fetch', '--quiet', '--depth=1', '--no-tags', '--force']

function explain({ remote, branch }: GitLocation, { message }: Error): string {
  if (/couldn't find remote ref/i.test(message))
    return branch ? `${remote} has no branch "${branch}".` : `${remote} is empty.`
  if (
    /could not read Username|Authentication failed|Permission denied|terminal prompts disabled/i.test(message)
  )
    return `${remote} is not there or is private. Give this machine's git a credential helper or an ssh key that may read it.`
  if (/Host key verification failed/i.test(message))
    return `The ssh host key of ${remote} is not known. Add it to known_hosts of the user that Vouch runs as.`
  if (/ENOENT/.test(message)) return 'The program git is not installed on this machine. Install it.'
  const line = message
    .split('\n')
    .findLast((line) => line.trim() && !/Please make sure|and the repository exists/.test(line))
  return `${remote} cannot be fetched (${line?.trim() ?? 'no reason given'}). Check the address.`
}

const FILE = /^(?:100644|100755) blob ([0-9a-f]+) +(\d+)\t(.+)$/s

/** In git's own order, which is the same everywhere. Links and submodules are no files. */
async function listFiles(git: SimpleGit, { commit, folder }: { commit: string; folder: string }) {
  const listing = await git.raw([
    'ls-tree',
    '-r',
    '-z',
    '-l',
    '--full-tree',
    commit,
    '--',
    ...(folder ? [`${folder}/`] : []),
  ])
  return listing.split('\0').flatMap((line) => {
    const [, hash = '', bytes = '', path = ''] = FILE.exec(line) ?? []
    return path && !/(^|\/)(\.|node_modules\/)/.test(path) ? [{ path, hash, bytes: Number(bytes) }] : []
  })
}

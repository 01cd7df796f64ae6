import { isIP } from 'node:net'
import { LoadError } from '../../src/errors'
import { checkUrl, type GuardSettings, publicAddresses } from './publicAddress'

/** What a location such as `https://host/owner/repo.git#branch:folder` names. */
export interface GitLocation {
  /** As git takes it. */
  remote: string
  /** A branch or a tag; absent: what the remote calls HEAD. */
  branch?: string
  /** Without slashes at its ends; '' is the whole repository. */
  folder: string
  /** Present for https: what git may connect to. */
  url?: URL
  /** Present for ssh. */
  sshHost?: string
}

/**
 * Reads a location: `https://host/path.git` or `user@host:path.git`, each with `#branch`, `#branch:folder` or `#:folder`.
 * `file:` is for tests alone. Anything that git could take for an option is refused.
 * @throws {LoadError} that says what is wrong with it.
 */
export function parseGitLocation(
  location: string,
  { guard, allowFile }: { guard: GuardSettings; allowFile: boolean },
): GitLocation {
  const [remote = '', fragment = ''] = location.trim().split(/#(.*)/s)
  const [branch = '', folder = ''] = fragment.split(/:(.*)/s)
  if (branch && (!BRANCH.test(branch) || branch.includes('..')))
    throw new LoadError(`"${branch}" is not the name of a branch.`)
  const segments = folder.split('/').filter(Boolean)
  if (segments.includes('..') || /[\0\n\\]/.test(folder))
    throw new LoadError(`"${folder}" is not a folder of the repository.`)
  const parts = { remote, folder: segments.join('/'), ...(branch && { branch }) }
  const ssh = SSH.exec(remote)
  if (ssh?.[1]) return { ...parts, sshHost: ssh[1] }
  if (/^https:\/\//i.test(remote)) return { ...parts, url: checkUrl(remote, guard) }
  if (allowFile && remote.startsWith('file://')) return parts
  throw new LoadError(
    'The repository must be named as https://host/owner/repository.git or git@host:owner/repository.git.',
  )
}

const BRANCH = /^[\p{L}\p{N}_][\p{L}\p{N}_./+-]*$/u
const SSH = /^[\w][\w.-]*@([a-z\d][a-z\d.-]*):(?!-)[\w./~+-]+$/i

/**
 * Settings of git that hold an https remote to the addresses checked here: the name is pinned and redirects are not
 * followed, so neither DNS rebinding nor a redirect leads elsewhere (git 2.37 or newer; an older one ignores the pin).
 * Not covered: an ssh remote, whose name is checked here but resolved again by ssh, and a proxy that the operator has
 * configured for git, which resolves names itself.
 */
export async function gitGuard({ url, sshHost }: GitLocation, guard: GuardSettings): Promise<string[]> {
  const checked = url ?? (sshHost && new URL(`https://${sshHost}`))
  if (!checked) return []
  const addresses = await publicAddresses(checked, guard)
  if (!url || addresses.length === 0) return []
  const list = addresses.map((address) => (isIP(address) === 6 ? `[${address}]` : address)).join(',')
  return [`http.curloptResolve=${url.hostname}:${url.port || 443}:${list}`]
}

/** Where a person finds a file as it was in this commit: a permanent link where the host is known to have such. */
export function fileLink(
  { remote, url, sshHost }: GitLocation,
  { commit, path }: { commit: string; path: string },
): string {
  const host = url?.host ?? sshHost ?? ''
  const repository = (url?.pathname ?? remote.split(':')[1] ?? '').replace(/^\/+|\.git$|\/+$/g, '')
  const file = path.split('/').map(encodeURIComponent).join('/')
  if (host === 'github.com') return `https://${host}/${repository}/blob/${commit}/${file}`
  if (/(^|\.)gitlab\./.test(host)) return `https://${host}/${repository}/-/blob/${commit}/${file}`
  return `${remote}#${path}`
}

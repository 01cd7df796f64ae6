import type { SourceKind } from '../../src/vocabulary'
import { parseGitLocation } from './gitLocation'
import { checkUrl, type GuardSettings } from './publicAddress'

/**
 * Whether a source of this kind can be at this location, as its connector will read it; nothing is fetched. Files and
 * folders are not looked for.
 * @throws {LoadError} that says what is wrong with it and how one is written.
 */
export async function checkLocation(
  { kind, location }: { kind: SourceKind; location: string },
  guard: GuardSettings,
): Promise<void> {
  switch (kind) {
    case 'web':
    case 'sitemap':
      checkUrl(location, guard)
      return
    case 'git':
      parseGitLocation(location, { guard, allowFile: false })
      return
    // Loaded when they are needed: their clients are large.
    case 's3':
      ;(await import('./s3')).parseS3Location(location, guard)
      return
    case 'confluence':
      ;(await import('./confluence')).parseSpaceLocation(location, guard)
      return
    case 'notion':
      ;(await import('./notion')).pageIdOf(location)
      return
    case 'file':
    case 'folder':
    case 'zendesk':
    case 'intercom':
  }
}

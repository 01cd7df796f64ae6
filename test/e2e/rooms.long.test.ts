import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { useBrowser, whyNoBrowser } from './browsing'
import { PASSWORD, PEOPLE } from './people'
import { run } from './server'

describe.skipIf(whyNoBrowser !== null)('the rooms', () => {
  const browsing = useBrowser()

  test('axe-core finds nothing serious in any room, light and wide or dark and narrow', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'vouch-rooms-'))
    const printed = await run(
      [
        '--conditions=production',
        '--import',
        'tsx',
        'scripts/screenshots.ts',
        browsing.vouch.base,
        PEOPLE.approver.email,
        PASSWORD,
        folder,
        '--json',
        '--looks',
        'light-1440,dark-390',
      ],
      process.env,
    )
    expect(JSON.parse(printed)).toEqual([])
  }, 400_000)
})

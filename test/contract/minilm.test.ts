import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { getPriority, tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { EmbeddingError } from '../../src/errors'
import { createMiniLM } from '../../src/retrieval/embeddings/minilm'
import { modelStatus } from '../../src/retrieval/modelFiles'
import { testEmbeddingModel } from './embeddingModel'

const directory = process.env['VOUCH_MODEL_DIR'] ?? fileURLToPath(new URL('../../models', import.meta.url))
const { status, reason } = await modelStatus(directory)

if (status === 'present') {
  testEmbeddingModel('minilm', () => createMiniLM({ directory }))
} else {
  console.warn(`SKIPPED: the contract of the local model (${reason}). Run \`vouch model fetch\` first.`)
}

describe.skipIf(status !== 'present')('the local model on its own', () => {
  it('gives the vector that the Python libraries give', async () => {
    const model = createMiniLM({ directory })
    const [vector] = await model.embed(['How do I cancel?'], 'query')
    await model.close?.()
    const reference = [0.0134307, 0.0434247, 0.0508017, 0.0080061, -0.0120042]
    reference.forEach((value, i) => expect(vector![i]).toBeCloseTo(value, 6))
  })

  it('reads 256 tokens and no further', async () => {
    const model = createMiniLM({ directory })
    const start = 'refund '.repeat(300)
    const [short, long] = await model.embed([start, `${start} passwords and parcels`], 'passage')
    await model.close?.()
    expect(long).toEqual(short)
  })

  it('answers a question before the passages that wait', async () => {
    const model = createMiniLM({ directory })
    await model.embed(['warm'], 'query')
    const order: string[] = []
    const passages = Array.from({ length: 40 }, (_, i) =>
      `Passage ${i} about parcels and refunds. `.repeat(20),
    )
    const indexing = model.embed(passages, 'passage').then(() => order.push('passages'))
    const question = model.embed(['Where is my parcel?'], 'query').then(() => order.push('question'))
    await Promise.all([indexing, question])
    await model.close?.()
    expect(order).toEqual(['question', 'passages'])
  })

  it('closed in the middle of its work it ends the process quietly, and what waited is refused', async () => {
    const script = `
      import { createMiniLM } from './src/retrieval/embeddings/minilm'
      const model = createMiniLM({ directory: ${JSON.stringify(directory)} })
      const texts = Array.from({ length: 200 }, (_, i) => 'Passage ' + i + ' about parcels. '.repeat(40))
      const waiting = model.embed(texts, 'passage').then(() => 'embedded', (error) => error.message)
      await model.embed(texts.slice(0, 1), 'query')
      await model.close()
      console.log(await waiting)
      process.exit(0)`
    const {
      status: code,
      stdout,
      stderr,
    } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
      encoding: 'utf8',
    })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/failed: it was closed/)
  })

  it('embeds passages at a lower priority than everything else, and questions not', async () => {
    const model = createMiniLM({ directory, cores: 2 })
    const before = await lowered()
    await model.embed(['Where is my parcel?'], 'query')
    expect(await lowered()).toBe(before)
    await model.embed(['A parcel takes three days.'], 'passage')
    if (process.platform === 'linux') expect(await lowered()).toBeGreaterThan(before)
    await model.close?.()
  })

  it('leaves the event loop free while it embeds', async () => {
    const model = createMiniLM({ directory })
    await model.embed(['warm'], 'query')
    let ticks = 0
    const timer = setInterval(() => ticks++, 5)
    await model.embed(
      Array.from({ length: 3 }, () => 'Refunds and parcels. '.repeat(50)),
      'passage',
    )
    clearInterval(timer)
    await model.close?.()
    expect(ticks).toBeGreaterThan(5)
  })
})

/** Threads of this process that run at a lower priority than it does: the 19th field of proc_pid_stat(5). */
async function lowered() {
  const threads = await readdir('/proc/self/task').catch(() => [])
  const stats = await Promise.all(
    threads.map((thread) => readFile(`/proc/self/task/${thread}/stat`, 'utf8').catch(() => '')),
  )
  return stats.filter((stat) => Number(stat.split(') ')[1]?.split(' ')[16]) > getPriority()).length
}

describe('the local model without its weights', () => {
  it('fails with a sentence that says how to get them, each time it is asked', async () => {
    const empty = await mkdtemp(path.join(tmpdir(), 'vouch-no-model-'))
    const model = createMiniLM({ directory: empty })
    for (const _ of [1, 2]) {
      const refused = await model.embed(['x'], 'query').catch((error: unknown) => error)
      expect(refused).toBeInstanceOf(EmbeddingError)
      expect((refused as Error).message).toContain('vouch model fetch')
    }
    await model.close?.()
    await rm(empty, { recursive: true })
  })
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { listFolder } from '../../ingestion/connectors/folder'
import { loadItems } from '../../ingestion/load'
import type { Deps } from '../../src/deps'
import { changeCorpus, writeCorpus } from './corpus'
import { openInstallation, type BenchInstallation } from './installation'
import { createLangChainIndex } from './langchain'
import { load, rounded, showTable, timed } from './measure'
import { countedModel } from './model'

const CHANGED_EVERY = 100

/**
 * A corpus from files to answerable text, stage by stage, then again with one document in a hundred changed; and the same
 * corpus through LangChain.js's splitter and `index()` with the same model, which signs, releases and keeps nothing.
 */
export const benchIngest = async ({
  documents,
  modelName,
}: {
  documents: number
  modelName: 'hash' | 'local'
}) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'vouch-corpus-'))
  writeCorpus(folder, documents)
  const theirModel = countedModel(modelName, path.resolve(process.env['VOUCH_MODEL_DIR'] ?? 'models'))
  const theirs = createLangChainIndex(theirModel)
  const ours = await openInstallation(modelName)
  const people = await peopleOf(ours)
  /** The files' hashes at the last run. */
  const known = new Map<string, string>()
  const first = {
    ours: await runOurs(ours, { people, folder, known }),
    theirs: await runTheirs(theirs, { folder, model: theirModel }),
  }
  const changed = changeCorpus(folder, { documents, every: CHANGED_EVERY })
  const second = {
    ours: await runOurs(ours, { people, folder, known }),
    theirs: await runTheirs(theirs, { folder, model: theirModel }),
  }
  await ours.close()
  await theirModel.close?.()
  rmSync(folder, { recursive: true, force: true })
  const result = {
    documents,
    changed,
    model: modelName,
    load: load(),
    first,
    second,
    ...ratios({ first, second }),
  }
  showResult(documents, result)
  return result
}

type Run = Awaited<ReturnType<typeof runOurs>>
type TheirRun = Awaited<ReturnType<typeof runTheirs>>
interface Pair {
  ours: Run
  theirs: TheirRun
}

const ratios = ({ first, second }: { first: Pair; second: Pair }) => ({
  secondOfFirst: {
    time: rounded(second.ours.seconds / first.ours.seconds, 3),
    embedded: rounded(second.ours.embeddedTexts / first.ours.embeddedTexts, 4),
  },
  /** Their time for each of our seconds: less than 1 where they are faster. */
  timesLangChain: {
    firstRun: rounded(first.theirs.seconds / first.ours.seconds, 3),
    /** Load, chunk, embed and write: what both do. */
    firstRunWithoutGovernance: rounded(first.theirs.seconds / shared(first.ours), 3),
    secondRun: rounded(second.theirs.seconds / second.ours.seconds, 3),
  },
})

const shared = ({ stages: { load, chunk, embed, write } }: Run) => load + chunk + embed + write

const peopleOf = async ({ person }: BenchInstallation) => ({
  importer: await person('ann', 'author'),
  approver: await person('ben', 'approver'),
})

const runOurs = async (
  { deps, model }: BenchInstallation,
  {
    people,
    folder,
    known,
  }: { people: Awaited<ReturnType<typeof peopleOf>>; folder: string; known: Map<string, string> },
) => {
  const { importDocuments } = await import('../../src/commands/importDocuments')
  const { drainJobs } = await import('../../src/worker')
  const clock = timeStages(deps)
  const before = { ...model.counts }
  // By itself, for what it takes within the import is not told apart there.
  const reading = await timed(async () => {
    const items = listFolder(folder, deps.connectorSettings('bench'), new AbortController().signal)
    const knownOf = (key: string) => ({ revision: null, sha256: known.get(key) ?? null })
    const { loaders } = await deps.sourcePorts()
    for await (const file of loadItems({ items, loaders, known: knownOf }))
      if (file.outcome === 'read') known.set(file.key, file.sha256 ?? '')
  })
  let report
  const importing = await timed(async () => {
    report = await importDocuments(deps, { path: folder, ...people })
  })
  const indexing = await timed(() => drainJobs({ payload: deps.payload, databaseUri: deps.env.databaseUri }))
  const { chunk, embed, write, chunks } = clock.stop()
  const seconds = (importing + indexing) / 1_000
  const stages = {
    load: reading / 1_000,
    chunk: chunk / 1_000,
    embed: embed / 1_000,
    write: write / 1_000,
    /** Drafts, signatures, releases and their records. */
    govern: Math.max(0, importing - reading - chunk) / 1_000,
    /** Jobs, activation, windows. */
    activate: (indexing - embed - write) / 1_000,
  }
  return {
    seconds: rounded(seconds),
    documentsPerSecond: rounded((report!['documents'] as number) / seconds, 1),
    chunks,
    chunksPerSecond: rounded(chunks / seconds, 1),
    embeddedTexts: model.counts.texts - before.texts,
    embedCalls: model.counts.calls - before.calls,
    stages: Object.fromEntries(
      Object.entries(stages).map(([name, s]) => [name, rounded(s)]),
    ) as typeof stages,
  }
}

/** Measures, until stopped, what the chunker, the model (with its cache) and the store take within the pipeline. */
const timeStages = (deps: Deps) => {
  const { chunker, model, store } = deps
  const spent = { chunk: 0, embed: 0, write: 0, chunks: 0 }
  const adding = async <T>(stage: 'embed' | 'write', run: () => Promise<T>): Promise<T> => {
    const started = performance.now()
    try {
      return await run()
    } finally {
      spent[stage] += performance.now() - started
    }
  }
  deps.chunker = {
    ...chunker,
    *steps(release) {
      const started = performance.now()
      const chunks = chunker.chunk(release)
      spent.chunk += performance.now() - started
      spent.chunks += chunks.length
      yield
      return chunks
    },
  }
  deps.model = model && { ...model, embed: (texts, kind) => adding('embed', () => model.embed(texts, kind)) }
  deps.store = {
    ...store,
    upsert: (version, points) => adding('write', () => store.upsert(version, points)),
    setWindow: (version, ids, window) => adding('write', () => store.setWindow(version, ids, window)),
  }
  return {
    stop: () => {
      Object.assign(deps, { chunker, model, store })
      return spent
    },
  }
}

const runTheirs = async (
  theirs: ReturnType<typeof createLangChainIndex>,
  { folder, model }: { folder: string; model: ReturnType<typeof countedModel> },
) => {
  const before = { ...model.counts }
  let chunks = 0
  const seconds = (await timed(async () => ({ chunks } = await theirs.run(folder)))) / 1_000
  return { seconds: rounded(seconds, 3), chunks, embeddedTexts: model.counts.texts - before.texts }
}

const showResult = (
  documents: number,
  result: { model: string; changed: number; first: Pair; second: Pair },
) => {
  const row = (run: string, { ours, theirs }: Pair) => ({
    run,
    'docs/s': ours.documentsPerSecond,
    'chunks/s': ours.chunksPerSecond,
    'total s': ours.seconds,
    ...ours.stages,
    embedded: ours.embeddedTexts,
    'LangChain s': theirs.seconds,
    'LangChain embedded': theirs.embeddedTexts,
  })
  showTable(`${documents} documents, model ${result.model}; seconds by stage`, [
    row('first', result.first),
    row(`${result.changed} changed`, result.second),
  ])
}

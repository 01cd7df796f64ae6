import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Document, type DocumentInterface } from '@langchain/core/documents'
import { Embeddings } from '@langchain/core/embeddings'
import { index, type RecordManagerInterface } from '@langchain/core/indexing'
import { cosineSimilarity } from '@langchain/core/utils/math'
import { VectorStore } from '@langchain/core/vectorstores'
import { MarkdownTextSplitter } from '@langchain/textsplitters'
import type { EmbeddingModel } from '../../src/retrieval/types'

/** Their splitter and `index()`, with a record manager and a vector store in memory, and our model without its cache. */
export const createLangChainIndex = (model: EmbeddingModel) => {
  const recordManager = createRecordManager()
  const vectorStore = new MapVectorStore(new ModelEmbeddings(model))
  const splitter = new MarkdownTextSplitter({ chunkSize: 900, chunkOverlap: 0 })
  return {
    /** Reads, splits, embeds and stores what is new or changed in the folder. */
    run: async (folder: string): Promise<{ chunks: number }> => {
      const docsSource = await splitter.splitDocuments(readFolder(folder))
      await index({
        docsSource,
        recordManager,
        vectorStore,
        options: { cleanup: 'incremental', sourceIdKey: 'source', batchSize: 100 },
      })
      return { chunks: vectorStore.held.size }
    },
  }
}

const readFolder = (folder: string): Document[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map(
      (source) =>
        new Document({ pageContent: readFileSync(path.join(folder, source), 'utf8'), metadata: { source } }),
    )

/** Our model as LangChain takes one. */
export class ModelEmbeddings extends Embeddings {
  constructor(private readonly model: EmbeddingModel) {
    super({})
  }
  override async embedDocuments(texts: string[]) {
    return (await this.model.embed(texts, 'passage')).map((vector) => Array.from(vector))
  }
  override async embedQuery(text: string) {
    return Array.from((await this.model.embed([text], 'query'))[0] ?? [])
  }
}

/** Searches every vector, as their MemoryVectorStore does; that one cannot delete, which `index()` asks for. */
export class MapVectorStore extends VectorStore {
  readonly held = new Map<string, { vector: number[]; document: DocumentInterface }>()
  constructor(embeddings: ModelEmbeddings) {
    super(embeddings, {})
  }
  override _vectorstoreType() {
    return 'map'
  }
  override async addDocuments(documents: DocumentInterface[], options?: { ids?: string[] }) {
    const vectors = await this.embeddings.embedDocuments(documents.map(({ pageContent }) => pageContent))
    return this.addVectors(vectors, documents, options)
  }
  override async addVectors(
    vectors: number[][],
    documents: DocumentInterface[],
    options?: { ids?: string[] },
  ) {
    documents.forEach((document, i) =>
      this.held.set(options?.ids?.[i] ?? String(this.held.size), { vector: vectors[i] ?? [], document }),
    )
  }
  override async delete({ ids }: { ids: string[] }) {
    for (const id of ids) this.held.delete(id)
  }
  override async similaritySearchVectorWithScore(
    query: number[],
    k: number,
  ): Promise<[DocumentInterface, number][]> {
    const held = [...this.held.values()]
    const [scores = []] = cosineSimilarity(
      [query],
      held.map(({ vector }) => vector),
    )
    return held
      .map(({ document }, i): [DocumentInterface, number] => [document, scores[i] ?? 0])
      .sort((a, b) => b[1] - a[1])
      .slice(0, k)
  }
}

const createRecordManager = (): RecordManagerInterface => {
  const records = new Map<string, { group: string | null; at: number }>()
  return {
    createSchema: async () => {},
    getTime: async () => Date.now(),
    update: async (keys, { groupIds } = {}) =>
      keys.forEach((key, i) => records.set(key, { group: groupIds?.[i] ?? null, at: Date.now() })),
    exists: async (keys) => keys.map((key) => records.has(key)),
    listKeys: async ({ before, groupIds }) => {
      const groups = groupIds && new Set(groupIds)
      return [...records].flatMap(([key, { group, at }]) =>
        (before === undefined || at < before) && (!groups || groups.has(group)) ? [key] : [],
      )
    },
    deleteKeys: async (keys) => keys.forEach((key) => records.delete(key)),
  }
}

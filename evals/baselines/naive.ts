import { Document } from '@langchain/core/documents'
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters'
import { MapVectorStore, ModelEmbeddings } from '../../scripts/bench/langchain'
import type { EmbeddingModel } from '../../src/retrieval/types'

/** As the tutorial splits. */
const SPLITTER = { chunkSize: 1_000, chunkOverlap: 200 }
/** The `score_threshold` of LangChain's retriever how-to. */
const THRESHOLD = 0.5
const RANKED_CHUNKS = 40

export interface NaiveAnswer {
  /** Documents found, best first. */
  retrieved: string[]
  /** The best chunk's text; null below the threshold. */
  text: string | null
  /** Cosine of the best chunk. */
  score: number
}

export interface Naive {
  ask(question: string): Promise<NaiveAnswer>
  chunks: number
}

/** A document as the tutorial loads a page: its title stands before its text. */
export interface NaiveDocument {
  id: string
  title: string
  text: string
}

/**
 * The baseline: LangChain's RAG tutorial (js.langchain.com/docs/tutorials/rag) on the same documents and the same
 * embedder. Characters are split every 1,000, vectors held in memory, and what is nearest is the answer when its cosine
 * reaches a fixed threshold. There is no language model in it, so the answer is the chunk; nobody's audience is looked at.
 */
export const openNaive = async (o: {
  documents: readonly NaiveDocument[]
  model: EmbeddingModel
}): Promise<Naive> => {
  const splits = await new RecursiveCharacterTextSplitter(SPLITTER).splitDocuments(
    o.documents.map(
      ({ id, title, text }) => new Document({ pageContent: `${title}\n\n${text}`, metadata: { id } }),
    ),
  )
  const vectorStore = new MapVectorStore(new ModelEmbeddings(o.model))
  await vectorStore.addDocuments(splits)
  return {
    chunks: splits.length,
    ask: async (question) => {
      const found = await vectorStore.similaritySearchWithScore(question, RANKED_CHUNKS)
      const [best, score = 0] = found[0] ?? []
      return {
        retrieved: [...new Set(found.map(([document]) => String(document.metadata['id'])))],
        text: best && score >= THRESHOLD ? best.pageContent : null,
        score,
      }
    },
  }
}

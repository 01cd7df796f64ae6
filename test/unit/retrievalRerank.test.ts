import { expect, it } from 'vitest'
import { rerank } from '../../src/retrieval/rerank'
import { passage } from '../fakes/passage'

const passages = [
  passage({ chunkId: 'a', text: 'apples', score: 1 }),
  passage({ chunkId: 'b', text: 'pears', score: 0.6 }),
  passage({ chunkId: 'c', text: 'plums', score: 0.1 }),
]
const scoring = (scores: number[]) => ({ id: 'fake', score: () => Promise.resolve(scores) })

it('passages come in the order of the reranker, over the scale of the fused scores', async () => {
  const found = await rerank({ question: 'plums?', passages, reranker: scoring([-3, 0.2, 7]) })
  expect(found.map(({ chunkId, score, rerank }) => [chunkId, score, rerank])).toEqual([
    ['c', 1, 7],
    ['b', 0.6, 0.2],
    ['a', 0.1, -3],
  ])
})

it('one passage is not worth asking about', async () => {
  const reranker = { id: 'fake', score: () => Promise.reject(new Error('asked')) }
  expect(await rerank({ question: 'apples?', passages: passages.slice(0, 1), reranker })).toEqual(
    passages.slice(0, 1),
  )
})

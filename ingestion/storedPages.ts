import type { StoredPoint } from '../src/retrieval/types'

/** Rows that are looked up at once. */
const PAGE = 1_000

/** Points as they come, so many at a time that their rows can be looked up together. */
export async function* inPages(points: AsyncIterable<StoredPoint>): AsyncGenerator<StoredPoint[]> {
  let page: StoredPoint[] = []
  for await (const point of points) {
    page.push(point)
    if (page.length < PAGE) continue
    yield page
    page = []
  }
  if (page.length) yield page
}

import type { Reader } from './types'

/** Of the time, what the first reader may take, so that there is some left for the words. */
const FIRST_SHARE = 0.8

/** A reader that reads by words, and says so, where the first one cannot. @param note told why it could not. */
export const orByWords = (first: Reader, words: Reader, note: (error: unknown) => void): Reader => ({
  id: first.id,
  async read(request) {
    const until = Date.now() + request.withinMs
    try {
      return await first.read({ ...request, withinMs: request.withinMs * FIRST_SHARE })
    } catch (error) {
      note(error)
      const withinMs = Math.max(0, until - Date.now())
      return inPlaceOfAnother(words).read({ ...request, withinMs })
    }
  },
})

/** A reader whose readings say that another should have read. */
export const inPlaceOfAnother = (reader: Reader): Reader => ({
  id: reader.id,
  read: async (request) => ({ ...(await reader.read(request)), degraded: true }),
})

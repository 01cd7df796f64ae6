import { VouchError } from '../../errors'
import type { Language } from '../analyze'
import { createWorkerThread } from '../workerThread'

/** What a dictionary makes of a word; of one it knows but for its accents, what was meant is the word with them. */
export type LookedUp = 'known' | 'without_accents' | 'unknown'

/** The words of a language, inflected and compounded. */
export interface Dictionary {
  /** What it makes of lower-case words, in their order; null where there is no dictionary to be had. Never rejects. */
  lookUp(words: readonly string[], language: Language): Promise<LookedUp[] | null>
  close(): Promise<void>
}

/**
 * Hunspell's dictionaries of English (both spellings), German, French and Spanish, each opened at its first word, which takes
 * 0.3 to 0.8 s and some 30 MB in a worker thread; then a word takes 0.1 ms.
 * @param o.noteFailure told once of each language whose dictionary is not there.
 */
export function createDictionary({
  root,
  noteFailure = () => {},
}: { root?: string; noteFailure?: (sentence: string) => void } = {}): Dictionary {
  const thread = createWorkerThread({
    ...(root && { root }),
    file: 'src/retrieval/dictionary/dictionary.worker.mjs',
    workerData: null,
    toError: ({ message }) => new VouchError(message),
  })
  const noted = new Set<Language>()
  return {
    async lookUp(words, language) {
      if (words.length === 0) return []
      try {
        return await thread.call<LookedUp[]>('lookUp', { words, language })
      } catch (error) {
        if (!noted.has(language))
          noteFailure(`Words of ${language} are mended without a dictionary: ${(error as Error).message}.`)
        noted.add(language)
        return null
      }
    },
    close: () => thread.close(),
  }
}

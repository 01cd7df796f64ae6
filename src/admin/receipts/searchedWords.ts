import type { Searched } from '../../answer/types'

/** What was searched for, where that is more or other than what was asked; empty where it is the same. */
export const searchedWords = ({ question, synonyms }: Searched, asked: string): string =>
  question === asked && synonyms.length === 0
    ? ''
    : [question, ...(synonyms.length ? [`also: ${synonyms.join(', ')}`] : [])].join(' · ')

import { foldText } from '../../src/answer/foldText'

/** As written, without the marks of items and emphasis. */
export const folded = (text: string): string =>
  foldText(text.normalize('NFKC').replace(/^\s*(?:[-*+]|\d+[.)])\s+/, '')).trim()

import type { SanitizedConfig } from 'payload'
import { batchesOf } from '../../markdown/batches'
import { compareSaid, type Difference, saidBy } from '../../markdown/compare'
import { readMarkdown } from '../../markdown/read'
import { turn } from '../../markdown/turns'
import { writeMarkdown } from '../../markdown/write'
import { fromLexical } from './fromLexical'
import { type RichText, topLevel } from './nodes'
import { toLexical } from './toLexical'

export type { RichText } from './nodes'

/** GitHub-flavoured Markdown to the editor's state; nothing that it says is lost. */
export const markdownToRichText = async (_config: SanitizedConfig, markdown: string): Promise<RichText> =>
  toLexical(await readMarkdown(markdown))

/** The editor's state to GitHub-flavoured Markdown: the text that is signed, released and chunked. */
export const richTextToMarkdown = async (_config: SanitizedConfig, richText: RichText): Promise<string> => {
  const written: string[] = []
  for (const batch of batchesOf(topLevel(richText))) {
    if (written.length > 0) await turn()
    written.push(writeMarkdown(fromLexical(batch)))
  }
  return written.filter(Boolean).join('\n\n')
}

/** A text on its way into the editor, with what it would say differently when it comes back. */
export interface Trip {
  richText: RichText
  /** As it will be signed. */
  markdown: string
  /** The first difference of each kind; none, when all words, numbers, blocks and links are as they were. */
  differences: Difference[]
}

/** Takes a text to the editor and back, and compares what it says before and after, word by word. */
export const compareTrip = async (config: SanitizedConfig, text: string): Promise<Trip> => {
  const read = await readMarkdown(text)
  const richText = await toLexical(read)
  const markdown = await richTextToMarkdown(config, richText)
  if (markdown === text.trim()) return { richText, markdown, differences: [] }
  const [before, after] = [await saidBy(read), await saidBy(await readMarkdown(markdown))]
  return { richText, markdown, differences: compareSaid(before, after) }
}

/** What the Markdown of an editor's state says differently than the state; none, as a rule. */
export const compareWritten = async (richText: RichText): Promise<Difference[]> => {
  const blocks = fromLexical(topLevel(richText))
  const markdown = await richTextToMarkdown({} as SanitizedConfig, richText)
  const none = new Map()
  return compareSaid(await saidBy({ blocks, definitions: none }), await saidBy(await readMarkdown(markdown)))
}

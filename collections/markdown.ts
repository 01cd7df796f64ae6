import type { SanitizedConfig } from 'payload'
import { readMarkdown } from '../src/markdown/read'
import { writeLongMarkdown } from '../src/markdown/write'
import { fromLexical } from './richText/fromLexical'
import type { RichText } from './richText/nodes'
import { toLexical } from './richText/toLexical'

export type { RichText } from './richText/nodes'

/** GitHub-flavoured Markdown to the editor's state; nothing that it says is lost. */
export const markdownToRichText = async (_config: SanitizedConfig, markdown: string): Promise<RichText> =>
  toLexical(await readMarkdown(markdown))

/** The editor's state to GitHub-flavoured Markdown: the text that is signed, released and chunked. */
export const richTextToMarkdown = async (_config: SanitizedConfig, richText: RichText): Promise<string> =>
  writeLongMarkdown(fromLexical(richText))

import { definitionsIn, parseMarkdown } from '../../src/markdown/read'
import { writeMarkdown } from '../../src/markdown/write'
import { Omissions } from '../omissions'
import { htmlBlocksToMarkdown } from './inlineHtml'
import { plainTree } from './markdownTree'

/** A short Markdown text (a field of a table) with HTML in it as plain Markdown. */
export function plainMarkdown(markdown: string, omissions = new Omissions()): string {
  const root = parseMarkdown(htmlBlocksToMarkdown(markdown, omissions))
  return writeMarkdown(plainTree({ blocks: root.children, definitions: definitionsIn(root) }, { omissions }))
}

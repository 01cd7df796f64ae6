import type { Omissions } from '../omissions'
import { htmlToMarkdown } from './htmlToMarkdown'

/**
 * Whole elements of HTML inside Markdown (tables, lists, folded passages, blocks) as Markdown, blank lines and all. What
 * stands in a line is left to the tree, and code is left alone.
 */
export function htmlBlocksToMarkdown(markdown: string, omissions: Omissions, base?: string): string {
  if (!/^ {0,3}<[a-z]/im.test(markdown)) return markdown
  const code = [...markdown.matchAll(FENCED)].map((m) => ({ start: m.index, end: m.index + m[0].length }))
  const isCode = (at: number) => code.some(({ start, end }) => at >= start && at < end)
  const unfolded = unfoldDetails(markdown, isCode)
  const again = [...unfolded.matchAll(FENCED)].map((m) => ({ start: m.index, end: m.index + m[0].length }))
  return unfolded.replace(WHOLE_BLOCK, (block: string, ...rest: unknown[]) => {
    const offset = rest.find((value) => typeof value === 'number') ?? 0
    if (again.some(({ start, end }) => offset >= start && offset < end)) return block
    return `\n${htmlToMarkdown(block, { omissions, base })}\n`
  })
}

/** A block that is one element from its first tag to its last, blank lines and all. */
const WHOLE_BLOCK =
  /^[ ]{0,3}<(table|ul|ol|dl|p|h[1-6]|figure|blockquote|iframe)\b[^>]*>[\s\S]*?<\/\1>[ \t]*$/gim
const FENCED = /^(`{3,}|~{3,})[\s\S]*?^\1/gm

/** What is folded away is text: its summary is a line of its own above it, and the Markdown in it stays Markdown. */
function unfoldDetails(markdown: string, isCode: (at: number) => boolean): string {
  return markdown
    .replace(/^[ ]{0,3}<details\b[^>]*>[ \t]*|[ \t]*<\/details>[ \t]*$/gim, (tag, at: number) =>
      isCode(at) ? tag : '\n\n',
    )
    .replace(/^[ ]{0,3}<summary\b[^>]*>([\s\S]*?)<\/summary>[ \t]*/gim, (tag, summary: string, at: number) =>
      isCode(at) ? tag : `\n\n${summaryLine(summary)}\n\n`,
    )
}

const summaryLine = (html: string): string => {
  const line = html
    .replace(/<\/?(?:strong|b|em|i|span|div|p|h[1-6])\b[^>]*>/gi, '')
    .replace(/\s+/g, ' ')
    .trim()
  return line ? `**${line}**` : ''
}

import type { Nodes } from 'mdast'
import { parseMarkdown, spanOf } from '../blocks'
import { htmlToMarkdown } from './htmlToMarkdown'

/**
 * Raw HTML inside Markdown, as Markdown: whole tables and lists are converted, line breaks stay, comments and tags go
 * and leave their text. Words in angle brackets that are no HTML, and code, are left alone.
 */
export function replaceInlineHtml(markdown: string): string {
  const text = convertBlocks(markdown)
  const edits = htmlNodes(parseMarkdown(text)).map(({ node, inTable }) => {
    const { start, end } = spanOf(node)
    return { start, end, replacement: withoutTags(text.slice(start, end), inTable ? ' ' : '\n') }
  })
  let edited = text
  for (const { start, end, replacement } of edits.reverse()) {
    edited = edited.slice(0, start) + replacement + edited.slice(end)
  }
  return edited.replace(/\n{3,}/g, '\n\n')
}

/** A block that is one element from its first tag to its last, blank lines and all. */
const WHOLE_BLOCK = /^[ ]{0,3}<(table|ul|ol|dl|details)\b[^>]*>[\s\S]*?<\/\1>[ \t]*$/gim
const FENCED = /^(`{3,}|~{3,})[\s\S]*?^\1/gm

function convertBlocks(markdown: string): string {
  const code = [...markdown.matchAll(FENCED)].map((m) => ({ start: m.index, end: m.index + m[0].length }))
  return markdown.replace(WHOLE_BLOCK, (block: string, ...rest: unknown[]) => {
    const offset = rest.find((value) => typeof value === 'number') ?? 0
    if (code.some(({ start, end }) => offset >= start && offset < end)) return block
    return `\n${htmlToMarkdown(block)}\n`
  })
}

function htmlNodes(node: Nodes, inTable = false): { node: Nodes; inTable: boolean }[] {
  if (node.type === 'html') return [{ node, inTable }]
  const within = inTable || node.type === 'table'
  return 'children' in node ? node.children.flatMap((child) => htmlNodes(child, within)) : []
}

const TAG =
  /<\/?(?:a|abbr|article|aside|b|big|blockquote|center|cite|code|details|del|dd|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]|header|hr|i|iframe|img|ins|kbd|li|main|mark|nav|ol|p|picture|pre|s|section|small|source|span|strike|strong|sub|summary|sup|svg|path|table|tbody|td|tfoot|th|thead|tr|u|ul|video)\b[^>]*>/gi

const withoutTags = (html: string, lineBreak: string) =>
  html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<br\s*\/?>/gi, lineBreak)
    .replace(TAG, '')

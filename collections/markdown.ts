import {
  convertLexicalToMarkdown,
  convertMarkdownToLexical,
  editorConfigFactory,
  type SanitizedServerEditorConfig,
} from '@payloadcms/richtext-lexical'
import type { List, Table } from 'mdast'
import type { SanitizedConfig } from 'payload'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { editorFeatures } from './editor'

export type RichText = ReturnType<typeof convertMarkdownToLexical>

const configs = new WeakMap<SanitizedConfig, Promise<SanitizedServerEditorConfig>>()

const editorConfigOf = (config: SanitizedConfig): Promise<SanitizedServerEditorConfig> => {
  let editorConfig = configs.get(config)
  if (!editorConfig) {
    editorConfig = editorConfigFactory.fromFeatures({ config, features: editorFeatures })
    configs.set(config, editorConfig)
  }
  return editorConfig
}

/** GitHub-flavoured Markdown to the editor's state; headings, lists, tables and links are kept. */
export const markdownToRichText = async (config: SanitizedConfig, markdown: string): Promise<RichText> =>
  convertMarkdownToLexical({
    editorConfig: await editorConfigOf(config),
    markdown: asPayloadReadsIt(markdown),
  })

/** The editor's state to GitHub-flavoured Markdown: the text that is signed, released and chunked. */
export const richTextToMarkdown = async (config: SanitizedConfig, richText: RichText): Promise<string> =>
  convertLexicalToMarkdown({ editorConfig: await editorConfigOf(config), data: richText }).trim()

const parser = unified().use(remarkParse).use(remarkGfm)

/**
 * The same Markdown as Payload's converter expects it: table rows between pipes, nested list items indented by four.
 * GitHub's Markdown, and people, may leave out the outer pipes and indent by two, and would lose rows and nesting.
 */
const asPayloadReadsIt = (markdown: string): string => {
  let text = markdown
  // From the end, so that the offsets of what comes before stay right.
  for (const { start, end, to } of editsOf(markdown).sort((a, b) => b.start - a.start))
    text = text.slice(0, start) + to + text.slice(end)
  return text
}

interface Edit {
  start: number
  end: number
  to: string
}

const editsOf = (markdown: string): Edit[] =>
  parser.parse(markdown).children.flatMap((node) => {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
    if (node.type === 'table') return [{ start, end, to: pipedTable(markdown.slice(start, end), node) }]
    return node.type === 'list' ? indentations(markdown, node, 0) : []
  })

/** Every row between pipes and as wide as the widest: at a wider row Payload would begin another table. */
const pipedTable = (source: string, { children: rows }: Table): string => {
  const width = Math.max(...rows.map((row) => row.children.length))
  const [header, ...body] = rows
  return source
    .split('\n')
    .map((line, i) => {
      // The second line is the rule below the header.
      const row = i < 2 ? header : body[i - 2]
      return pipe(line) + (i === 1 ? ' --- |' : '  |').repeat(width - (row?.children.length ?? width))
    })
    .join('\n')
}

const pipe = (line: string): string => {
  const row = line.trim()
  return `${row.startsWith('|') ? '' : '| '}${row}${/(?<!\\)\|$/.test(row) ? '' : ' |'}`
}

const INDENT = 4

const indentations = (markdown: string, list: List, depth: number): Edit[] =>
  list.children.flatMap((item) => {
    const end = item.position?.start.offset ?? 0
    const start = markdown.lastIndexOf('\n', end - 1) + 1
    const standsFirst = markdown.slice(start, end).trim() === ''
    return [
      ...(depth > 0 && standsFirst ? [{ start, end, to: ' '.repeat(INDENT * depth) }] : []),
      ...item.children.flatMap((node) =>
        node.type === 'list' ? indentations(markdown, node, depth + 1) : [],
      ),
    ]
  })

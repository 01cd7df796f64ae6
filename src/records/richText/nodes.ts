import type { convertMarkdownToLexical } from '@payloadcms/richtext-lexical'

export type RichText = ReturnType<typeof convertMarkdownToLexical>

/** A node of the editor's state, as it is stored. `$` is kept by the editor as it stands (Lexical's node state). */
export interface LexicalNode {
  type: string
  version?: number
  children?: LexicalNode[]
  text?: string
  format?: number | string
  tag?: string
  listType?: string
  start?: number
  value?: number
  checked?: boolean
  shadowRoot?: boolean
  headerState?: number
  fields?: { url?: string; [name: string]: unknown }
  $?: NodeState
  [name: string]: unknown
}

/** What Markdown says and the editor has no node for. */
export interface NodeState {
  /** On the texts of a fenced block: its language, or ''. */
  mdFence?: string
  /** On a list item: it goes on with the item before it, below a list or a table in that. */
  mdContinues?: boolean
  /** On a table. */
  mdAlign?: (string | null)[]
  [name: string]: unknown
}

export const FORMAT = {
  bold: 1,
  italic: 2,
  strikethrough: 4,
  code: 16,
  subscript: 32,
  superscript: 64,
} as const

const element = (type: string, children: LexicalNode[], more: Partial<LexicalNode> = {}): LexicalNode => ({
  children,
  direction: null,
  format: '',
  indent: 0,
  type,
  version: 1,
  ...more,
})

export const paragraphNode = (children: LexicalNode[]): LexicalNode =>
  element('paragraph', children, { textFormat: 0, textStyle: '' })

export const headingNode = (depth: number, children: LexicalNode[]): LexicalNode =>
  element('heading', children, { tag: `h${depth}` })

export const ruleNode = (): LexicalNode => ({ type: 'horizontalrule', version: 1 })

export const lineBreakNode = (): LexicalNode => ({ type: 'linebreak', version: 1 })

export const textNode = (text: string, format = 0, state?: NodeState): LexicalNode => ({
  detail: 0,
  format,
  mode: 'normal',
  style: '',
  text,
  type: 'text',
  version: 1,
  ...(state && { $: state }),
})

export const linkNode = (url: string, id: string, children: LexicalNode[]): LexicalNode =>
  element('link', children, { fields: { linkType: 'custom', newTab: false, url }, id, version: 3 })

/** `blocks`: it holds blocks, not a line of text. */
export const quoteNode = (children: LexicalNode[], blocks: boolean): LexicalNode =>
  element('quote', children, blocks ? { shadowRoot: true } : {})

export const listNode = (list: { ordered: boolean; start: number }, children: LexicalNode[]): LexicalNode =>
  element('list', children, {
    listType: list.ordered ? 'number' : 'bullet',
    start: list.start,
    tag: list.ordered ? 'ol' : 'ul',
  })

export const listItemNode = (
  children: LexicalNode[],
  { value, indent, state }: { value: number; indent: number; state?: NodeState | undefined },
): LexicalNode => element('listitem', children, { indent, value, ...(state && { $: state }) })

export const tableNode = (rows: LexicalNode[], align: (string | null)[]): LexicalNode =>
  element('table', rows, align.some(Boolean) ? { $: { mdAlign: align } } : {})

export const tableRowNode = (cells: LexicalNode[]): LexicalNode => element('tablerow', cells)

export const tableCellNode = (children: LexicalNode[], header: boolean): LexicalNode =>
  element('tablecell', [paragraphNode(children)], {
    backgroundColor: null,
    colSpan: 1,
    headerState: header ? 1 : 0,
    rowSpan: 1,
  })

/** The blocks of a state; none where there is no state. */
export const topLevel = (richText: RichText): LexicalNode[] =>
  (richText as unknown as { root?: LexicalNode }).root?.children ?? []

export const rootOf = (children: LexicalNode[]): RichText =>
  ({ root: element('root', children) }) as unknown as RichText

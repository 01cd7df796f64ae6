import type { Heading, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { batchesOf } from '../../src/markdown/batches'
import { readMarkdown } from '../../src/markdown/read'
import { turn } from '../../src/markdown/turns'
import { writeMarkdown } from '../../src/markdown/write'
import { type OmissionNotice, Omissions } from '../omissions'
import type { Loader, SourceDocument } from '../types'
import { decodeText } from './decode'
import { splitFaqPage } from './faqPage'
import { splitFrontMatter } from './frontMatter'
import { htmlBlocksToMarkdown } from './inlineHtml'
import { plainTree } from './markdownTree'
import { type Fields, readFields } from './metadata'
import { readRaisedSigns } from './superscript'
import { stripTemplates } from './templates'
import { humaniseFileName, oneLine, sameWords } from './title'

/** A Markdown file: one document, or an FAQ for each question of an FAQ page. Front matter gives title and metadata; template tags and raw HTML become text. */
export const loadMarkdown: Loader = async function* ({ key, bytes, base }) {
  yield* await markdownDocuments({ key, base, text: decodeText(bytes), toMarkdown: stripTemplates })
}

export interface MarkdownSource {
  key: string
  text: string
  base?: string | undefined
  /** Takes out what is no Markdown. */
  toMarkdown: (
    body: string,
    context: { fields: Fields; frontMatter: boolean; omissions: Omissions },
  ) => string
}

/** Documents from Markdown with front matter; a notice alone where it says that it is not published. */
export async function markdownDocuments(
  source: MarkdownSource,
): Promise<(SourceDocument | OmissionNotice)[]> {
  const { key, base, toMarkdown } = source
  const { fields, body, found } = splitFrontMatter(source.text)
  const read = readFields(fields, { name: key })
  if (read.leftOut) return [{ file: key, omissions: [read.leftOut] }]
  const omissions = new Omissions()
  omissions.addAll(read.omissions)
  const context = { fields, frontMatter: found, omissions }
  const parsed = await readMarkdown(
    htmlBlocksToMarkdown(directives(toMarkdown(body, context)), omissions, base),
  )
  const blocks = plainTree(parsed, { omissions, base })
  const name = fields['title']
  const given =
    typeof name === 'string' || typeof name === 'number'
      ? readRaisedSigns(toMarkdown(String(name), context))
      : null
  const { title, rest } = takeTitle(blocks, { given, key })
  const question = typeof fields['question'] === 'string' ? { question: fields['question'] } : {}
  const markdown = await write(rest)
  const documents = splitFaqPage({
    key,
    title: question.question ?? title,
    markdown: markdown || redirect(fields, title),
    ...question,
    metadata: read.metadata,
    line: 1,
  })
  return withOmissions(documents, omissions)
}

/** What was left out of a file is told with its first document. */
export function withOmissions(documents: SourceDocument[], omissions: Omissions): SourceDocument[] {
  const [first, ...others] = documents
  const list = omissions.list()
  return first && list.length > 0 ? [{ ...first, omissions: list }, ...others] : documents
}

async function write(blocks: readonly RootContent[]): Promise<string> {
  const written: string[] = []
  for (const batch of batchesOf(blocks)) {
    if (written.length > 0) await turn()
    written.push(writeMarkdown(batch))
  }
  return written.filter(Boolean).join('\n\n')
}

/** The title given, else the first heading of the first rank, else the file's name; a heading that repeats it is taken out. */
function takeTitle(blocks: RootContent[], { given, key }: { given: string | null; key: string }) {
  const heading = blocks.find((block): block is Heading => block.type === 'heading' && block.depth === 1)
  const text = heading ? oneLine(toString(heading)) : ''
  const title = oneLine(given ?? '') || text || humaniseFileName(key)
  return {
    title,
    rest: text && sameWords(text, title) ? blocks.filter((block) => block !== heading) : blocks,
  }
}

/** Containers of Docusaurus, VitePress and Pandoc (":::warning") say their kind; the marks go. */
function directives(text: string): string {
  if (!/^ {0,3}:::/m.test(text)) return text
  return text.replace(
    /^ {0,3}:{3,}[ \t]*(?:\{\.?)?(\w*)[^\S\n]*([^\n{}]*)\}?[^\n]*$/gm,
    (_, kind: string, title: string) => {
      const name =
        title.replace(/^\[|\]$/g, '').trim() ||
        (ADMONITION.test(kind) ? kind[0]!.toUpperCase() + kind.slice(1) : '')
      return name ? `\n**${name.replace(/:$/, '')}:**\n` : '\n'
    },
  )
}

const ADMONITION = /^(?:note|tip|info|warning|caution|danger|important|attention|success|hint)$/i

/** A page without text that forwards its readers (`redirect_to`, as Jekyll has it) says where to. */
function redirect(fields: Fields, title: string): string {
  const target = fields['redirectto']
  return typeof target === 'string' ? `${title}: [${target}](${target})` : ''
}

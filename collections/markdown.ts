import {
  convertLexicalToMarkdown,
  convertMarkdownToLexical,
  editorConfigFactory,
  type SanitizedServerEditorConfig,
} from '@payloadcms/richtext-lexical'
import type { SanitizedConfig } from 'payload'
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
  convertMarkdownToLexical({ editorConfig: await editorConfigOf(config), markdown })

/** The editor's state to GitHub-flavoured Markdown: the text that is signed, released and chunked. */
export const richTextToMarkdown = async (config: SanitizedConfig, richText: RichText): Promise<string> =>
  convertLexicalToMarkdown({ editorConfig: await editorConfigOf(config), data: richText }).trim()

import {
  BlockquoteFeature,
  BoldFeature,
  EXPERIMENTAL_TableFeature,
  FixedToolbarFeature,
  HeadingFeature,
  HorizontalRuleFeature,
  IndentFeature,
  InlineCodeFeature,
  ItalicFeature,
  lexicalEditor,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  StrikethroughFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'

/** Payload's own hook percent-encodes every address of a link that it does not know (“guide.html”, “?p=2”) whole. */
export const withAddressAsTyped = <Given extends object>(fields: readonly Given[]): Given[] =>
  fields.map((field) => ('name' in field && field.name === 'url' ? { ...field, hooks: {} } : field))

/** What a governed text may hold: exactly what Markdown can say, so that nothing is lost on the way to a release. */
export const editorFeatures = [
  ParagraphFeature(),
  HeadingFeature({ enabledHeadingSizes: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] }),
  BoldFeature(),
  ItalicFeature(),
  StrikethroughFeature(),
  InlineCodeFeature(),
  LinkFeature({
    enabledCollections: [],
    fields: ({ defaultFields }) => withAddressAsTyped(defaultFields),
  }),
  OrderedListFeature(),
  UnorderedListFeature(),
  IndentFeature(),
  BlockquoteFeature(),
  HorizontalRuleFeature(),
  EXPERIMENTAL_TableFeature(),
  FixedToolbarFeature(),
]

export const governedEditor = lexicalEditor({ features: editorFeatures })

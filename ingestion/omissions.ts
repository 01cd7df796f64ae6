/** What an import leaves out, or reads with a reservation that a person should know of. */
export const OMISSION_KINDS = [
  'hidden_text',
  'comments',
  'deleted_text',
  'page_furniture',
  'template_tags',
  'html',
  'images',
  'images_without_alt',
  'embedded_media',
  'forms',
  'charts',
  'hidden_sheets',
  'headers_footers',
  'unreadable_fonts',
  'broken_links',
  'links_without_target',
  'rows_without_answer',
  'drafts',
  'outdated',
  'outdated_internal',
  'restricted',
  'restriction_not_understood',
  'symbolic_links',
  'hidden_files',
  'attachments',
  'quoted_replies',
  'changed_words',
  'cut_up',
  'other',
] as const

export type OmissionKind = (typeof OMISSION_KINDS)[number]

/** One kind of thing that is not in the text, or not as it was: how much of it, and the first of it. */
export interface Omission {
  kind: OmissionKind
  count: number
  /** The beginning of the first one, on one line, for a person who looks for it. */
  example?: string
}

/** What is left out of a file or a listing that no document is about: drafts, symbolic links, rows without an answer. */
export interface OmissionNotice {
  file: string
  omissions: Omission[]
}

const EXAMPLE_LENGTH = 80

/** Collects omissions while something is read: one entry a kind, with the first example. */
export class Omissions {
  readonly #kinds = new Map<OmissionKind, Omission>()

  /** Counts one more (or `count`) of a kind. */
  add(kind: OmissionKind, example = '', count = 1): void {
    if (count <= 0) return
    const known = this.#kinds.get(kind)
    const line = clip(example)
    if (!known) this.#kinds.set(kind, { kind, count, ...(line && { example: line }) })
    else {
      known.count += count
      if (!known.example && line) known.example = line
    }
  }

  addAll(omissions: readonly Omission[] = []): void {
    for (const { kind, count, example } of omissions) this.add(kind, example, count)
  }

  /** In the order of their kinds, so that the same file always reports the same. */
  list(): Omission[] {
    return OMISSION_KINDS.flatMap((kind) => this.#kinds.get(kind) ?? [])
  }
}

const clip = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > EXAMPLE_LENGTH ? `${line.slice(0, EXAMPLE_LENGTH - 1)}…` : line
}

/** "3 hidden texts (“Code CREW7”)", for a report. */
export function describeOmission({ kind, count, example }: Omission): string {
  const [one, many] = NAMES[kind]
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}${example ? ` (“${example}”)` : ''}`
}

const NAMES: Record<OmissionKind, [one: string, many: string]> = {
  hidden_text: ['hidden text', 'hidden texts'],
  comments: ['comment', 'comments'],
  deleted_text: ['deleted passage', 'deleted passages'],
  page_furniture: ['menu, banner or footer', 'menus, banners and footers'],
  template_tags: ['template tag', 'template tags'],
  html: ['HTML element that Markdown cannot say', 'HTML elements that Markdown cannot say'],
  images: ['image, of which the description stays', 'images, of which the descriptions stay'],
  images_without_alt: ['image without a description', 'images without a description'],
  embedded_media: ['embedded video or frame', 'embedded videos or frames'],
  forms: ['form field', 'form fields'],
  charts: ['chart or drawing', 'charts or drawings'],
  hidden_sheets: ['hidden sheet, row or column', 'hidden sheets, rows or columns'],
  headers_footers: ['header or footer', 'headers and footers'],
  unreadable_fonts: ['font that cannot be read', 'fonts that cannot be read'],
  broken_links: ['link that leads nowhere', 'links that lead nowhere'],
  links_without_target: ['link of which the text stays', 'links of which the text stays'],
  rows_without_answer: ['row without an answer', 'rows without an answer'],
  drafts: ['draft or unpublished text, not imported', 'drafts or unpublished texts, not imported'],
  outdated: ['text marked as outdated, not imported', 'texts marked as outdated, not imported'],
  outdated_internal: [
    'text that calls itself outdated, taken in for your own people only',
    'texts that call themselves outdated, taken in for your own people only',
  ],
  restricted: [
    'text restricted at its source, now internal',
    'texts restricted at their source, now internal',
  ],
  restriction_not_understood: [
    'restriction that is not understood, so the text is internal',
    'restrictions that are not understood, so the texts are internal',
  ],
  symbolic_links: ['symbolic link, not followed', 'symbolic links, not followed'],
  hidden_files: ['hidden file or folder', 'hidden files or folders'],
  attachments: ['attachment', 'attachments'],
  quoted_replies: ['quoted reply or signature', 'quoted replies or signatures'],
  changed_words: [
    'place where the text differs from its source',
    'places where the text differs from its source',
  ],
  cut_up: [
    'draft made of it, for nobody signs so long a text at once',
    'drafts made of it, for nobody signs so long a text at once',
  ],
  other: ['thing', 'things'],
}

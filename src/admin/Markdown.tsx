'use client'

import type { HTMLAttributes } from 'react'
import ReactMarkdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { remarkMarks, type Mark } from './remarkMarks'

const NO_MARKS: readonly Mark[] = []

/** What a cited place does under the pointer, and what its element is given. */
export type MarkProps = (number: number) => HTMLAttributes<HTMLElement> & { 'data-active'?: true | undefined }

/**
 * A text as people read it, not its Markdown: raw HTML stays words, links lead only to web and mail addresses, pictures
 * are not fetched. What is cited is marked, and brought into view where the text is longer than its place.
 */
export const Markdown = ({
  text,
  marks = NO_MARKS,
  markProps,
  excerpt = false,
  label = 'Text',
}: {
  text: string
  marks?: readonly Mark[]
  markProps?: MarkProps
  /** Shown in a place of a few lines, which scrolls. */
  excerpt?: boolean
  label?: string
}) => (
  <div
    // Another text is another place, with its own middle.
    key={text}
    ref={excerpt ? centre : undefined}
    className={`vouch-markdown vouch-reading${excerpt ? ' vouch-markdown--excerpt' : ''}`}
    // A place that scrolls must be reached by keyboard.
    {...(excerpt && { tabIndex: 0, role: 'region', 'aria-label': label })}
  >
    <ReactMarkdown
      remarkPlugins={[remarkGfm, [remarkMarks, marks]]}
      components={componentsOf(markProps)}
      disallowedElements={['img']}
    >
      {text}
    </ReactMarkdown>
  </div>
)

/** Headings of a passage must not become headings of the page. */
const Heading = ({ children }: { children?: React.ReactNode }) => (
  <p className="vouch-markdown__heading">{children}</p>
)

const componentsOf = (markProps: MarkProps | undefined): Components => ({
  h1: Heading,
  h2: Heading,
  h3: Heading,
  h4: Heading,
  h5: Heading,
  h6: Heading,
  a: ({ href, children }) => (
    <a href={href} rel="noreferrer">
      {children}
    </a>
  ),
  mark: ({ node, children }) => {
    const number = Number(node?.properties['dataNumber'] ?? 0)
    const first = node?.properties['dataFirst'] === 'true'
    return (
      <mark {...(number > 0 && markProps?.(number))} {...(number > 0 && first && { id: `source-${number}` })}>
        {children}
        {number > 0 && node?.properties['dataLast'] === 'true' && <sup>{number}</sup>}
      </mark>
    )
  },
})

const centre = (place: HTMLDivElement | null): void => {
  const mark = place?.querySelector('mark')
  if (!place || !mark) return
  const above = mark.getBoundingClientRect().top - place.getBoundingClientRect().top
  place.scrollTop += above - place.clientHeight / 2 + mark.clientHeight / 2
}

import type { AnchorHTMLAttributes } from 'react'
import { Markdown } from '../Markdown'

/** An answer as the customer is told it: sentences with their citations, or the message, and what there is to choose from. */
export const Said = ({
  sentences,
  message,
  options,
  anchor,
  className = '',
  citeProps,
}: {
  sentences: readonly { text: string; citations: readonly number[] }[]
  /** Where there is no sentence. */
  message: string
  options: readonly string[]
  /** What the ids of the cited places begin with. */
  anchor: string
  className?: string
  citeProps?: (
    number: number,
  ) => AnchorHTMLAttributes<HTMLAnchorElement> & { 'data-active'?: true | undefined }
}) => (
  <div className={`vouch-said vouch-reading ${className}`}>
    {sentences.length ? (
      sentences.map(({ text, citations }) => (
        <div key={text} className="vouch-said__sentence">
          <Markdown text={text} />
          {citations.map((number) => (
            <a
              key={number}
              className="vouch-cite"
              href={`#${anchor}-${number}`}
              aria-label={`Citation ${number}`}
              {...citeProps?.(number)}
            >
              {number}
            </a>
          ))}
        </div>
      ))
    ) : (
      <Markdown text={message} />
    )}
    {options.length > 0 && (
      <ul>
        {options.map((option) => (
          <li key={option}>{option}</li>
        ))}
      </ul>
    )}
  </div>
)

import type { PublicAssist } from '../../http/assistSchemas'
import { documentHref } from '../links'
import { Markdown } from '../Markdown'
import { Moment } from '../time/Moment'

type Citation = PublicAssist['suggestedReplies'][number]['citations'][number]

/** The sentences that a suggested reply rests on, each with the text that it stands in. */
export const SuggestionSources = ({ citations }: { citations: readonly Citation[] }) => (
  <ul className="vouch-suggestion-sources">
    {citations.map(({ number, quote, document, headingPath, validFrom, releaseId }) => (
      <li key={number}>
        <a href={documentHref('releases', releaseId)}>{document.title}</a>{' '}
        <span className="vouch-quiet">
          {headingPath.length > 0 && `${headingPath.join(' › ')}, `}in force since <Moment at={validFrom} />
        </span>
        <blockquote>
          <Markdown text={quote} excerpt label={document.title} />
        </blockquote>
      </li>
    ))}
  </ul>
)

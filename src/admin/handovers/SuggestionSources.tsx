import type { PublicAssist } from '../../http/assistSchemas'
import { documentHref } from '../links'
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
        <blockquote>{quote}</blockquote>
      </li>
    ))}
  </ul>
)

import { ENDING_WORDS, endingOf } from '../../measures/ending'
import type { Conversation } from '../../measures/types'
import { RISK_WORDS, type Risk } from '../../transcripts/sample'
import { transcriptHref } from '../links'
import { Moment } from '../time/Moment'
import { sentence } from '../words'

/** A conversation as a row. */
export interface ListedConversation {
  conversation: Conversation
  first: string
  /** Why it was drawn for review; absent where it was not. */
  drawn?: { how: 'risk' | 'random'; risks: readonly Risk[] }
}

/** Conversations, each by what it began with. */
export const ConversationTable = ({
  rows,
  botName,
}: {
  rows: readonly ListedConversation[]
  botName: (id: string) => string
}) => {
  const forReview = rows.some(({ drawn }) => drawn)
  return (
    <div className="vouch-table-wrap">
      <table className="vouch-table vouch-backlog">
        <thead>
          <tr>
            <th scope="col">It began with</th>
            {forReview && <th scope="col">Why it is here</th>}
            <th scope="col">How it ended</th>
            <th scope="col" className="vouch-number">
              Turns
            </th>
            <th scope="col">Bot</th>
            <th scope="col">Began</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.conversation.id} row={row} botName={botName} forReview={forReview} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Row = ({
  row: { conversation, first, drawn },
  botName,
  forReview,
}: {
  row: ListedConversation
  botName: (id: string) => string
  forReview: boolean
}) => {
  const { turns, bot, channel } = conversation
  const ending = endingOf(conversation)
  const [opening] = turns
  if (!opening) return null
  return (
    <tr>
      <td className="vouch-backlog__question">
        <a href={transcriptHref(opening.receipt, drawn?.how)}>
          {first || 'Nothing was kept of what was asked'}
        </a>
      </td>
      {forReview && (
        <td>
          {drawn?.how === 'random'
            ? 'Drawn by chance'
            : sentence((drawn?.risks ?? []).map((risk) => RISK_WORDS[risk]).join(', '))}
          {drawn?.how === 'random' && drawn.risks.length > 0 && (
            <span className="vouch-quiet vouch-block">
              {drawn.risks.map((risk) => RISK_WORDS[risk]).join(', ')}
            </span>
          )}
        </td>
      )}
      <td>
        <span className="vouch-ended">
          <span className={`vouch-ending vouch-ending--${ending}`} aria-hidden="true" />
          {ENDING_WORDS[ending].name}
        </span>
      </td>
      <td className="vouch-number">{turns.length}</td>
      <td className="vouch-conversation__bot">
        {botName(bot)}
        {channel && <span className="vouch-quiet vouch-block">{channel}</span>}
      </td>
      <td className="vouch-conversation__when">
        <Moment at={new Date(opening.at).toISOString()} />
      </td>
    </tr>
  )
}

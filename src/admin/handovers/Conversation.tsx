import type { HandoverRecord } from '../../commands/parseHandover'
import { Markdown } from '../Markdown'

/** What was said, turn by turn; each can be linked to by its number. */
export const Conversation = ({ record: { transcript } }: { record: HandoverRecord }) => (
  <section>
    <h2>The conversation</h2>
    <ol className="vouch-turns">
      {transcript.map(({ role, content }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- turns have nothing but their place
        <li key={index} id={`turn-${index + 1}`} className={`vouch-turn vouch-turn--${role}`}>
          <span className="vouch-quiet">
            {index + 1} · {role === 'user' ? 'Customer' : 'Bot'}
          </span>
          {role === 'user' ? <p>{content}</p> : <Markdown text={content} />}
        </li>
      ))}
    </ol>
  </section>
)

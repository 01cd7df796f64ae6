import type { ReceiptRecord } from '../../commands/parseReceipt'
import { Markdown } from '../Markdown'
import { counted } from '../words'

/** What was said before the first turn that Vouch answered, as the bot passed it on. */
export const Earlier = ({ messages }: { messages: ReceiptRecord['messages'] }) =>
  messages.length > 0 && (
    <details className="vouch-earlier">
      <summary>{counted(messages.length, 'message')} before, as the bot passed them on</summary>
      <ol className="vouch-turns">
        {messages.map(({ role, content }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- messages have nothing but their place
          <li key={index} className={`vouch-turn vouch-turn--${role}`}>
            <span className="vouch-quiet">{role === 'user' ? 'Customer' : 'Bot'}</span>
            <Markdown text={content} />
          </li>
        ))}
      </ol>
    </details>
  )

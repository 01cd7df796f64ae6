import { tryHref } from '../links'

/** What will appear here, and what to do for it. */
export const NoConversations = ({ filtered }: { filtered: boolean }) => (
  <div className="vouch-empty vouch-empty--room">
    <p>{filtered ? 'No conversation fits this filter.' : 'No conversation began in these days.'}</p>
    <p className="vouch-quiet">
      What bots are asked appears here, by the day that each conversation began. Have your bot send a{' '}
      <code>conversationId</code> with each question, and tell how conversations end with{' '}
      <code>POST /api/v1/conversations/&#123;id&#125;/outcome</code>: nothing is called resolved because
      nobody complained. What you ask in <a href={tryHref()}>Try it</a> is not counted.
    </p>
  </div>
)

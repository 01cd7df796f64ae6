import type { Payload } from 'payload'
import { readNames } from '../../commands/measures/readNames'
import { AGREEMENT_DAYS, QUEUE_DAYS, readQueue, type ReviewQueue } from '../../commands/transcripts/readQueue'
import type { Actor } from '../../governance/types'
import { percent } from '../outcomes/ShareOf'
import { counted } from '../words'
import { ConversationTable } from './ConversationTable'
import { readFirst } from './readFirst'

/** What waits for this reviewer, and how far reviewers agree. */
export const QueueList = async ({ payload, viewer }: { payload: Payload; viewer: Actor }) => {
  const queue = await readQueue(payload, { reviewer: viewer.id })
  const shown = queue.waiting.map(({ conversation }) => conversation)
  const [firstOf, botName] = await Promise.all([readFirst(payload, shown), readNames(payload, 'bot')])
  return (
    <>
      <Figures queue={queue} />
      {queue.waiting.length ? (
        <ConversationTable
          botName={botName}
          rows={queue.waiting.map(({ conversation, drawn, risks }) => ({
            conversation,
            first: firstOf(conversation),
            drawn: { how: drawn, risks },
          }))}
        />
      ) : (
        <Empty queue={queue} />
      )}
    </>
  )
}

const Figures = ({ queue: { waiting, drawn, of, agreement, byChance } }: { queue: ReviewQueue }) => (
  <dl className="vouch-figures">
    <div>
      <dt>Waiting for you</dt>
      <dd>
        <strong>{waiting.length}</strong>{' '}
        <span className="vouch-quiet">
          of {drawn} drawn from {counted(of, 'conversation')} in {QUEUE_DAYS} days
        </span>
      </dd>
    </div>
    <div>
      <dt title="Of turns that were drawn by chance alone: an estimate for all conversations">
        Right, of what chance drew
      </dt>
      <dd>
        {byChance.of ? (
          <>
            <strong>{percent(byChance.count / byChance.of)}</strong>{' '}
            <span className="vouch-quiet">
              {byChance.count} of {counted(byChance.of, 'turn')}
            </span>
          </>
        ) : (
          <span className="vouch-quiet">none judged yet</span>
        )}
      </dd>
    </div>
    <div>
      <dt title="Cohen’s kappa: 1 is full agreement, 0 what chance would give">
        Two reviewers agree (kappa)
      </dt>
      <dd>
        {agreement.turns ? (
          <>
            <strong>{agreement.kappa === null ? '–' : agreement.kappa.toFixed(2)}</strong>{' '}
            <span className="vouch-quiet">
              the same on {agreement.agreed} of {counted(agreement.turns, 'turn')} in {AGREEMENT_DAYS} days
            </span>
          </>
        ) : (
          <span className="vouch-quiet">no turn was judged by two people yet</span>
        )}
      </dd>
    </div>
  </dl>
)

const Empty = ({ queue: { of } }: { queue: ReviewQueue }) => (
  <div className="vouch-empty vouch-empty--room">
    <p>{of ? 'You have judged all that was drawn.' : `No conversation in the last ${QUEUE_DAYS} days.`}</p>
    <p className="vouch-quiet">
      Conversations appear here that a reviewer should look at: most by their risks, such as a thumb down, an
      unsure answer, a hand-over or a customer who asks again, and a fifth by chance alone. Open one, and say
      of each turn whether it was right: keys 1 to 5.
    </p>
  </div>
)

import type { HandoverAct } from '../../../payload-types'
import { Moment } from '../time/Moment'

const WORDS: Record<HandoverAct['act'], string> = {
  claimed: 'took it',
  noted: 'noted',
  replied: 'answered the customer',
  resolved: 'was done with it',
  returned: 'gave it back to the bot',
}

/** What colleagues did with it, the first first. */
export const ActList = ({ acts }: { acts: readonly HandoverAct[] }) => {
  if (!acts.length) return null
  return (
    <section>
      <h2>What colleagues did</h2>
      <ol className="vouch-handover-acts">
        {acts.map(({ id, act, byName, text, createdAt }) => (
          <li key={id}>
            <span className="vouch-quiet">
              {byName} {WORDS[act]} <Moment at={createdAt} />
            </span>
            {text && <p>{text}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}

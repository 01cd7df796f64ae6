import type { HandoverAct } from '../../../payload-types'
import { Moment } from '../time/Moment'

/** What colleagues said to the customer, or among themselves, after the turn was handed over. */
export const ColleagueActs = ({ acts }: { acts: readonly HandoverAct[] }) =>
  acts
    .filter(({ text }) => text)
    .map(({ id, act, byName, text, createdAt }) => (
      <div key={id} className="vouch-turn vouch-turn--colleague">
        <span className="vouch-quiet">
          {byName}
          {act === 'replied' ? '' : ', to colleagues'} · <Moment at={createdAt} as="exact" />
        </span>
        <p>{text}</p>
      </div>
    ))

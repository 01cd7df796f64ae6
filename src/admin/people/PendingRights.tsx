import type { Payload, TypedUser, UIFieldServerProps } from 'payload'
import { readPendingRights } from '../../commands/rights'
import { refuseConfirming } from '../../governance/rights'
import { readViewer } from '../viewer'
import { DecideRight } from './DecideRight'

/** Rights that were given on this page and wait for a second person. */
export const PendingRights = ({ id, req, user, payload }: UIFieldServerProps) => (
  <RightsThatWait
    payload={payload ?? req.payload}
    user={user ?? req.user}
    subjectId={id === undefined ? null : String(id)}
  />
)

/** Rights on one person, topic or calibration that wait for a second person; nothing when none does. */
export const RightsThatWait = async ({
  payload,
  user,
  subjectId,
}: {
  payload: Payload
  user: TypedUser | null | undefined
  subjectId: string | null
}) => {
  const viewer = await readViewer(payload, user)
  if (!subjectId || !viewer) return null
  const pending = await readPendingRights(payload, { subjectId })
  if (!pending.length) return null
  return (
    <section className="vouch-rights" aria-label="Rights that wait">
      <h4>Waits for a second person</h4>
      {pending.map(({ id, title, askedByName, ...asked }) => (
        <div key={id}>
          <p>
            {title}. <span className="vouch-quiet">{askedByName} asked for it.</span>
          </p>
          <DecideRight id={id} refusal={refuseConfirming(viewer, asked)} />
        </div>
      ))}
    </section>
  )
}

import type { UIFieldServerProps, TypedUser } from 'payload'
import { readSessions } from '../../records/sessions'
import { Moment } from '../time/Moment'
import { EndSession } from './EndSession'

/** Where one is signed in, on one’s own page alone. */
export const Sessions = async ({ id, req, user }: UIFieldServerProps) => {
  const person = (user ?? req.user) as (TypedUser & { _sid?: string }) | null
  if (person?.collection !== 'users' || person.id !== id) return null
  const { _sid: present = null } = person
  const sessions = await readSessions(req.payload, { person: person.id, present })
  const others = sessions.filter((session) => !session.present)
  return (
    <section className="vouch-panel" aria-label="Where you are signed in">
      <h3>Where you are signed in</h3>
      <ul className="vouch-sessions">
        {sessions.map((session) => (
          <li key={session.id}>
            <span>
              <strong>{session.device ?? 'A program, or a browser that does not say which'}</strong>
              {session.present && ' (this one)'}
              <br />
              <span className="vouch-quiet">
                Since <Moment at={session.since} />, until <Moment at={session.until} /> unless it is used
              </span>
            </span>
            {!session.present && (
              <EndSession
                which={{ id: session.id }}
                label="End"
                says={`End the session of ${session.device ?? 'a program'}`}
              />
            )}
          </li>
        ))}
      </ul>
      {others.length > 1 && <EndSession which={{ others: true }} label="End all others" />}
    </section>
  )
}

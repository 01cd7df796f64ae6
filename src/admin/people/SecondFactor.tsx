import type { UIFieldServerProps } from 'payload'
import { onlyWho } from '../../governance/permissionWords'
import { may } from '../../governance/permissions'
import { mustHaveFactor } from '../../records/secondFactor/factor'
import { connectionOf } from '../../records/signIn/connection'
import { readFactorState } from '../../records/secondFactor/readFactorState'
import { Moment } from '../time/Moment'
import { viewerOf } from '../viewer'
import { OwnFactor } from './OwnFactor'
import { ResetFactor } from './ResetFactor'

/** The second factor of the person whose page this is: their own is set up here, another’s is reset by admins. */
export const SecondFactor = async ({ id, req, user }: UIFieldServerProps) => {
  const viewer = viewerOf(user ?? req.user)
  if (!viewer || id === undefined) return null
  const { payload } = req
  const own = viewer.id === String(id)
  if (!own && !may(viewer, 'managePeople')) return null
  const person = await payload.findByID({
    collection: 'users',
    id: String(id),
    depth: 0,
    disableErrors: true,
  })
  if (!person) return null
  const connected = await connectionOf(payload, person.id)
  if (connected) return null
  const state = await readFactorState(payload, person.id)
  const required = mustHaveFactor(payload, person)
  return (
    <section className="vouch-panel" aria-label="Second factor">
      <h3>Second factor</h3>
      {state ? (
        <p>
          On since <Moment at={state.since} />: signing in takes the password and a code of an authenticator
          app.
        </p>
      ) : (
        <p>{required ? REQUIRED : 'Off: signing in takes the password alone.'}</p>
      )}
      {own ? (
        <OwnFactor
          codesLeft={state?.codesLeft ?? null}
          refusal={required ? 'Your roles are used with a second factor alone here, so it stays on.' : null}
        />
      ) : (
        state && (
          <ResetFactor
            id={person.id}
            name={person.name}
            refusal={may(viewer, 'managePeople') ? null : onlyWho('managePeople')}
          />
        )
      )}
    </section>
  )
}

const REQUIRED = 'Not set up yet. These roles need one, so it is set up at the next sign-in.'

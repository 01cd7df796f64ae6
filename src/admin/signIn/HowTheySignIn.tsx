import type { UIFieldServerProps } from 'payload'
import { connectionOf, providerOf } from '../../records/signIn/connection'
import { SIGN_IN_HREF } from '../links'

/** On a person’s page: whether the provider signs them in, and so says what roles they have. */
export const HowTheySignIn = async ({ id, req, user }: UIFieldServerProps) => {
  const provider = providerOf(req.payload)
  if (!provider || id === undefined || !user) return null
  const connection = await connectionOf(req.payload, String(id))
  return (
    <section className="vouch-person-sign-in" aria-label="Sign-in">
      <h4>Sign-in</h4>
      <p>
        {connection
          ? `With ${provider.name}, which gives the roles. ${connection.endedAt ? 'No group of theirs is known here any more: they cannot sign in.' : ''}`
          : 'With a password.'}
      </p>
      {String(user.id) === String(id) && (
        <p>
          <a href={SIGN_IN_HREF}>How you sign in</a>
        </p>
      )}
    </section>
  )
}

import type { AdminViewServerProps, Payload } from 'payload'
import { may } from '../../governance/permissions'
import { connectionOf, providerOf } from '../../records/signIn/connection'
import { problemWords } from '../../signIn/words'
import { SIGN_IN_HREF } from '../links'
import { Room } from '../Room'
import { RoomHead } from '../RoomHead'
import { viewerOf } from '../viewer'
import { ConnectButton } from './ConnectButton'
import { ProviderSettings } from './ProviderSettings'

/** How a person signs in, and for admins how everybody does. */
export const SignInRoom = (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  const viewer = viewerOf(req.user)
  const problem = view.searchParams?.['problem']
  const name = providerOf(req.payload)?.name ?? 'The provider'
  const words = typeof problem === 'string' ? problemWords(problem, name) : null
  return (
    <Room view={view} address={SIGN_IN_HREF}>
      <RoomHead title="How you sign in" />
      {words && (
        <p className="vouch-provider__problem" role="alert">
          {words}
        </p>
      )}
      <div className="vouch-own-sign-in">
        {viewer && <Own payload={req.payload} userId={viewer.id} />}
        {viewer && may(viewer, 'managePeople') && <ProviderSettings />}
      </div>
    </Room>
  )
}

const Own = async ({ payload, userId }: { payload: Payload; userId: string }) => {
  const provider = providerOf(payload)
  const connection = await connectionOf(payload, userId)
  return (
    <section className="vouch-card" aria-label="You">
      <h2>You</h2>
      {!provider && <p>You sign in with your password. No other way is set up here.</p>}
      {provider && connection && (
        <>
          <p>
            You sign in with {provider.name}, and with nothing else. Your roles are those of your groups
            there: {connection.roles?.join(', ') || 'none'}.
          </p>
          <p className="vouch-quiet">
            A session lasts eight hours. A right to sign that is new among them waits for a second person
            here.
          </p>
        </>
      )}
      {provider && !connection && (
        <>
          <p>
            You sign in with your password. Connected, you sign in with {provider.name} instead: your name and
            texts stay, your roles become those of your groups there, and your password opens nothing any
            more.
          </p>
          <ConnectButton provider={provider.name} />
        </>
      )}
    </section>
  )
}

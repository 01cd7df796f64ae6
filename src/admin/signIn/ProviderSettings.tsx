import { localAdmins } from '../../commands/signIn/localAdmins'
import { getDeps } from '../../deps'

/** What is set up of the company’s provider, without its secret. It is read from the environment, and changed there. */
export const ProviderSettings = async () => {
  const { env, payload } = await getDeps()
  const admins = await localAdmins(payload)
  return (
    <section className="vouch-card" aria-label="Everybody">
      <h2>Everybody</h2>
      {env.oidc ? (
        <>
          <dl className="vouch-own-sign-in__facts">
            <Fact name="Provider" value={`${env.oidc.name} (${env.oidc.issuer})`} />
            <Fact name="Client" value={env.oidc.clientId} />
            <Fact name="Sends people back to" value={`${env.publicUrl}/sign-in/callback`} />
            <Fact name="Scopes" value={env.oidc.scopes} />
            <Fact name="Groups are in" value={env.oidc.groupsClaim} />
            <Fact name="E-mail domains" value={env.oidc.domains.join(', ') || 'any that is verified'} />
          </dl>
          <table className="vouch-own-sign-in__groups">
            <thead>
              <tr>
                <th scope="col">Group there</th>
                <th scope="col">Roles here</th>
              </tr>
            </thead>
            <tbody>
              {[...env.oidc.rolesByGroup].map(([group, roles]) => (
                <tr key={group}>
                  <td>{group}</td>
                  <td>{roles.join(', ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ) : (
        <p>
          Everybody signs in with a password. Your company’s own sign-in (OpenID Connect) is set up with the
          variables <code>OIDC_…</code>: see docs/sign-in.md.
        </p>
      )}
      <p className="vouch-quiet">
        {admins.length
          ? `With a password, whatever becomes of the provider, these admins get in: ${admins.map(({ name }) => name).join(', ')}.`
          : 'No admin has a password: while the provider is down nobody can look after this place.'}
      </p>
    </section>
  )
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)

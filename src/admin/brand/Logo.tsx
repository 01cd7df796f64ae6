import { Icon } from './Icon'

/** The sign-in page: the name, and what the place is for. */
export const Logo = () => (
  <div className="vouch-logo">
    <div className="vouch-logo__name">
      <Icon />
      <span>Vouch</span>
    </div>
    <p className="vouch-logo__line">Where a company writes down what its bots may say.</p>
  </div>
)

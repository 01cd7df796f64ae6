import { CopyToClipboard } from '@payloadcms/ui'
import type { FactorOffer } from './signIn'

/** What an authenticator app is set up with: a QR code, and the same as text. */
export const ShowOffer = ({ offer }: { offer: FactorOffer }) => (
  <div className="vouch-offer">
    <p>
      Scan this with an authenticator app, such as Google Authenticator, 1Password or Aegis.{' '}
      <a href={offer.address}>Open it in an app on this device</a>
    </p>
    <img
      className="vouch-offer__qr"
      alt="QR code for an authenticator app; the same key stands below as text"
      width={200}
      height={200}
      src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(offer.qr)}`}
    />
    <p>Or type this key there:</p>
    <p className="vouch-key">
      <code>{offer.key.replaceAll(/.{4}(?=.)/g, '$& ')}</code>
      <CopyToClipboard value={offer.key} defaultMessage="Copy the key" successMessage="Copied" />
    </p>
  </div>
)

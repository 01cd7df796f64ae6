import { CopyToClipboard } from '@payloadcms/ui'

/** The ten codes for when the phone is lost, shown this once. */
export const RecoveryCodes = ({ codes }: { codes: readonly string[] }) => (
  <div className="vouch-recovery">
    <p>
      Each of these signs you in once when you do not have your phone. Keep them in a password manager or on
      paper. <strong>They will not be shown again:</strong> only hashes of them are kept.
    </p>
    <ol className="vouch-recovery__codes">
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ol>
    <p className="vouch-recovery__take">
      <CopyToClipboard value={codes.join('\n')} defaultMessage="Copy the codes" successMessage="Copied" />
      <a
        download="vouch-recovery-codes.txt"
        href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${codes.join('\n')}\n`)}`}
      >
        Save them as a file
      </a>
    </p>
  </div>
)

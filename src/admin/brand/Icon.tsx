/** Vouch’s mark: a V that is also a tick. */
export const Icon = () => (
  <svg className="vouch-mark" viewBox="0 0 32 32" width="18" height="18" role="img" aria-label="Vouch">
    <rect width="32" height="32" rx="8" className="vouch-mark__ground" />
    <path d="M8 11.5 14 23 25 9" className="vouch-mark__tick" />
  </svg>
)

import { Pill } from '@payloadcms/ui'

/** A state as a pill with its word; the colours are in custom.css, one class a state. */
export const StatePill = ({ state, children }: { state: string; children: React.ReactNode }) => (
  <Pill className={`vouch-state vouch-state--${state}`} size="small">
    {children}
  </Pill>
)

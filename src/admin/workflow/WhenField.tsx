'use client'

import { localOf } from '../time/local'

/** When a text that is signed takes effect: `null` at once, an ISO 8601 instant later; undefined while no day is chosen. */
export type When = string | null | undefined

/** At once, or on a day and hour: part of what is signed. */
export const WhenField = ({ when, onChange }: { when: When; onChange: (when: When) => void }) => (
  <fieldset className="vouch-choices">
    <legend>When does it take effect?</legend>
    <label>
      <input type="radio" name="vouch-when" checked={when === null} onChange={() => onChange(null)} />
      <span>Now, as soon as it can be found</span>
    </label>
    <label>
      <input type="radio" name="vouch-when" checked={when !== null} onChange={() => onChange(undefined)} />
      <span>
        On{' '}
        <input
          type="datetime-local"
          aria-label="Day and hour, in your time zone"
          value={when ? localOf(when) : ''}
          onChange={({ target: { value } }) => onChange(value ? new Date(value).toISOString() : undefined)}
        />
        <span className="vouch-quiet vouch-block">
          In your time zone. Until then the text in force stays; the day is signed with the text.
        </span>
      </span>
    </label>
  </fieldset>
)

'use client'

import { useState } from 'react'
import { TextInput } from './TextInput'

/** Takes a code of the authenticator app, or a recovery code where the phone is not at hand. */
export const CodeInput = ({
  id,
  value,
  onChange,
  autoFocus = false,
  invalid = false,
  appAlone = false,
}: {
  id: string
  value: string
  onChange: (value: string) => void
  autoFocus?: boolean
  invalid?: boolean
  /** A recovery code is no use here. */
  appAlone?: boolean
}) => {
  const [byRecovery, setByRecovery] = useState(false)
  return (
    <>
      <TextInput
        key={byRecovery ? 'recovery' : 'app'}
        id={id}
        name="code"
        label={byRecovery ? 'Recovery code' : 'Code of your authenticator app'}
        hint={byRecovery ? 'One of the ten that you kept, such as 7Q4K-M2XB-90TD.' : 'Six digits.'}
        type="text"
        inputMode={byRecovery ? 'text' : 'numeric'}
        autoComplete={byRecovery ? 'off' : 'one-time-code'}
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        required
        autoFocus={autoFocus || byRecovery}
        aria-invalid={invalid}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {!appAlone && (
        <button
          type="button"
          className="vouch-link"
          onClick={() => {
            onChange('')
            setByRecovery(!byRecovery)
          }}
        >
          {byRecovery ? 'Use the authenticator app' : 'I do not have my phone: use a recovery code'}
        </button>
      )}
    </>
  )
}

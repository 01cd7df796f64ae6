import type { InputHTMLAttributes } from 'react'

/** A field as the admin’s forms have them, that is no part of one. */
export const TextInput = ({
  label,
  hint,
  id,
  ...input
}: { label: string; hint?: string; id: string } & InputHTMLAttributes<HTMLInputElement>) => (
  <div className={`field-type ${input.type === 'email' ? 'email' : 'text'}`}>
    <label className="field-label" htmlFor={id}>
      {label}
    </label>
    <input id={id} {...(hint && { 'aria-describedby': `${id}-hint` })} {...input} />
    {hint && (
      <p id={`${id}-hint`} className="vouch-quiet">
        {hint}
      </p>
    )}
  </div>
)

'use client'

import { useId } from 'react'

/** A measure’s name; its formula appears under the pointer and when it is reached by keyboard or touch. */
export const Formula = ({ name, words }: { name: string; words: string }) => {
  const id = useId()
  return (
    <span className="vouch-formula">
      <button type="button" aria-describedby={id}>
        {name}
      </button>
      <span role="tooltip" id={id}>
        {words}
      </span>
    </span>
  )
}

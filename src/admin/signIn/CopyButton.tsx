'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'

/** Copies a text, and says in its own words whether that worked. */
export const CopyButton = ({ text, label }: { text: string; label: string }) => {
  const [said, setSaid] = useState(label)
  const copy = () =>
    // Not there where the page came without TLS.
    Promise.resolve(navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))).then(
      () => setSaid('Copied'),
      () => setSaid('Not allowed here: mark it and copy it'),
    )
  return (
    <Button buttonStyle="secondary" margin={false} size="small" onClick={() => void copy()}>
      <span aria-live="polite">{said}</span>
    </Button>
  )
}

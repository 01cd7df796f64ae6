'use client'

import { Button } from '@payloadcms/ui'

/** Prints the page; its print styles leave the certificate alone on it. */
export const PrintButton = () => (
  <Button className="vouch-not-printed" buttonStyle="secondary" margin={false} onClick={() => window.print()}>
    Print the certificate
  </Button>
)

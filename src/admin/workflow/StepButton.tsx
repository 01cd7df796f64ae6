'use client'

import { Button } from '@payloadcms/ui'
import { CommentDialog } from './CommentDialog'
import type { Offer } from './offers'
import { NEEDS_WORDS, type Press } from './stepWords'
import type { Workflow } from './types'
import type { When } from './WhenField'

const STYLES: Partial<Record<Press, 'primary' | 'secondary' | 'error'>> = {
  request_changes: 'secondary',
  recall: 'secondary',
  unschedule: 'secondary',
  archive: 'secondary',
  restore: 'secondary',
  withdraw: 'error',
}

/** One step as a button; where it may not be pressed, with the reason below it. */
export const StepButton = ({
  offer: { press, label, reason: refused, quiet },
  workflow,
  blocked,
  busy,
  onPress,
}: {
  offer: Offer
  workflow: Workflow
  /** Why no step may be taken just now. */
  blocked: string | null
  busy: boolean
  /** @returns why it was refused; null when it was done. */
  onPress: (press: Press, comment?: string, when?: When) => Promise<string | null>
}) => {
  const reason = refused ?? blocked
  const reasonId = `vouch-why-${press}`
  const needs = NEEDS_WORDS[press]
  const button = {
    buttonStyle: quiet ? ('secondary' as const) : (STYLES[press] ?? ('primary' as const)),
    className: `vouch-step vouch-step--${press}`,
    disabled: reason !== null || busy,
    margin: false,
    size: 'medium' as const,
    extraButtonProps: reason ? { 'aria-describedby': reasonId } : {},
  }
  return (
    <div className="vouch-step-row">
      {needs ? (
        <CommentDialog
          press={press}
          label={label}
          needs={needs}
          button={button}
          workflow={workflow}
          onPress={(comment, when) => onPress(press, comment, when)}
        />
      ) : (
        <Button {...button} onClick={() => void onPress(press)}>
          {label}
        </Button>
      )}
      {reason && (
        <p id={reasonId} className="vouch-why">
          {reason}
        </p>
      )}
    </div>
  )
}

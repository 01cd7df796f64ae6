'use client'

import { Banner, toast, useFormModified } from '@payloadcms/ui'
import { useState } from 'react'
import type { ConflictWaiver } from '../../commands/conflicts/conflict'
import type { TransitionResult } from '../../commands/transitionDocument'
import type { Transition } from '../../governance/types'
import { postJson } from '../postJson'
import { offersOf, type Offer, type Place } from './offers'
import { StepButton } from './StepButton'
import { doneWords, NEEDS_WORDS, type Press } from './stepWords'
import type { Workflow } from './types'
import type { When } from './WhenField'

const UNSAVED = 'Save your changes first, so that what is sent or signed is what you see.'

const NONE: readonly ConflictWaiver[] = []

interface StepsProps {
  workflow: Workflow
  place?: Place
  /** Of the report that the person sees beside the buttons: another one is not signed. */
  reportHash?: string | null
  /** Why texts that say otherwise may stand; the signature keeps them. */
  waivers?: readonly ConflictWaiver[]
  onDone: () => void
}

/** The buttons: those that this person may press, and those that they may not, with the reason. */
export const Steps = ({
  workflow,
  place = 'document',
  reportHash = null,
  waivers = NONE,
  onDone,
}: StepsProps) => {
  const modified = useFormModified()
  const { refusal, busy, press } = usePress(workflow, { reportHash, waivers, onDone })
  const { now, seldom, later } = offersOf(workflow, place)
  const button = (offer: Offer) => (
    <StepButton
      key={offer.press}
      offer={offer}
      workflow={workflow}
      blocked={modified ? UNSAVED : null}
      busy={busy}
      onPress={press}
    />
  )
  return (
    <div className="vouch-steps">
      {refusal && (
        <div role="alert">
          <Banner type="error">{refusal}</Banner>
        </div>
      )}
      {now.map(button)}
      {seldom.length + later.length > 0 && (
        <details className="vouch-later">
          <summary>Other steps</summary>
          <div className="vouch-steps">{seldom.map(button)}</div>
          {later.map((reason) => (
            <p key={reason} className="vouch-quiet">
              {reason}
            </p>
          ))}
        </details>
      )}
    </div>
  )
}

/** Takes steps through the API, one transition after the other, and keeps the API’s words when it refuses. */
const usePress = (
  { collection, id, version }: Workflow,
  {
    reportHash,
    waivers,
    onDone,
  }: { reportHash: string | null; waivers: readonly ConflictWaiver[]; onDone: () => void },
) => {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const post = (transition: Transition, body: object = {}) =>
    postJson<TransitionResult>(`/api/v1/documents/${collection}/${id}/transitions`, {
      transition,
      expectedVersion: version,
      ...body,
    })
  const press = async (what: Press, comment?: string, when?: When): Promise<string | null> => {
    setBusy(true)
    setRefusal(null)
    const signs = what === 'approve' || what === 'sign_and_publish'
    const first = await post(signs ? 'approve' : what, {
      ...(signs && reportHash && { reportHash }),
      ...(signs && waivers.length > 0 && { waivers }),
      ...(comment && { comment }),
      ...(when !== undefined && { effectiveFrom: when }),
    })
    const posted =
      first.ok && what === 'sign_and_publish'
        ? await post('publish', { expectedVersion: first.value.version })
        : first
    setBusy(false)
    if (posted.ok) toast.success(doneWords(what, posted.value.effectiveFrom))
    // What cannot be reached cannot draw the page anew either: it would be left for the browser's error.
    if (posted.ok || !posted.unreached) onDone()
    if (posted.ok) return null
    const refused = posted === first ? posted.detail : `It is signed, but not published. ${posted.detail}`
    // Where it was asked for in a dialog, that says so.
    if (!NEEDS_WORDS[what]) setRefusal(refused)
    return refused
  }
  return { busy, refusal, press }
}

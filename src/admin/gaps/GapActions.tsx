'use client'

import { Banner, Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Gap } from '../../../payload-types'
import { isOpen } from '../../gaps/states'
import type { GovernedCollection, TextCollection } from '../../vocabulary'
import { documentHref } from '../links'
import { postJson } from '../postJson'
import { DismissDialog } from './DismissDialog'
import { ReopenDialog } from './ReopenDialog'

interface GapActionsProps {
  gapId: string
  state: Gap['state']
  owner: string | null
  draft: { href: string; title: string } | null
  /** The text that came nearest, which may lack no more than the fact; null when none did. */
  nearest: { collection: GovernedCollection; id: string; title: string } | null
  /** Whether mending that text is what the gap’s reason asks for. */
  amendFirst: boolean
  people: { id: string; label: string }[]
  /** Why this person may do nothing here; null when they may. */
  refusal: string | null
}

/** Owner, draft, dismissal: what a person does about a gap. */
export const GapActions = ({
  gapId,
  state,
  owner,
  draft,
  nearest,
  amendFirst,
  people,
  refusal,
}: GapActionsProps) => {
  const router = useRouter()
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const blocked = refusal
  /** @returns why it was refused; null when it was done. */
  const act = async <T,>(action: string, body: unknown, done: (value: T) => void): Promise<string | null> => {
    setBusy(true)
    setProblem(null)
    const posted = await postJson<T>(`/api/v1/gaps/${gapId}/${action}`, body)
    setBusy(false)
    if (posted.ok) done(posted.value)
    else setProblem(posted.detail)
    return posted.ok ? null : posted.detail
  }
  const start = (collection: 'faqs' | 'policies') =>
    act<{ draftId: string }>('draft', { collection }, ({ draftId }) =>
      router.push(documentHref(collection, draftId)),
    )
  const said = (words: string) => () => {
    toast.success(words)
    router.refresh()
  }
  if (!isOpen(state))
    return (
      <div className="vouch-steps">
        {problem && (
          <div role="alert">
            <Banner type="error">{problem}</Banner>
          </div>
        )}
        <p className="vouch-quiet">
          {state === 'verified' ? 'It is verified' : 'It will not be answered'}: nothing is left to do.
        </p>
        {draft && <a href={draft.href}>{draft.title}</a>}
        <ReopenDialog
          disabled={busy || blocked !== null}
          onReopen={(note) => act('reopen', { note }, said('Reopened: it is on the backlog again.'))}
        />
      </div>
    )
  return (
    <div className="vouch-steps">
      {problem && (
        <div role="alert">
          <Banner type="error">{problem}</Banner>
        </div>
      )}
      <label className="vouch-owner">
        <span>Owner</span>
        <select
          disabled={busy || blocked !== null}
          value={owner ?? ''}
          onChange={({ target: { value } }) =>
            void act('assign', { owner: value || null }, said(value ? 'Assigned.' : 'Nobody owns it now.'))
          }
        >
          <option value="">Nobody yet</option>
          {people.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {draft ? (
        <Button el="link" to={draft.href} margin={false}>
          Open the draft
        </Button>
      ) : (
        <Ways
          disabled={busy || blocked !== null}
          nearest={nearest}
          amendFirst={amendFirst}
          onStart={(collection) => void start(collection)}
          onAmend={(text) =>
            void act('amend', { collection: text.collection, id: text.id }, () =>
              router.push(documentHref(text.collection, text.id)),
            )
          }
        />
      )}
      <DismissDialog
        disabled={busy || blocked !== null}
        onDismiss={(body) => act('dismiss', body, said('Dismissed.'))}
      />
      {blocked && <p className="vouch-why">{blocked}</p>}
    </div>
  )
}

/** A text is mended or a new one is written; what the gap’s reason asks for stands first. */
const Ways = ({
  disabled,
  nearest,
  amendFirst,
  onStart,
  onAmend,
}: {
  disabled: boolean
  nearest: GapActionsProps['nearest']
  amendFirst: boolean
  onStart: (collection: TextCollection) => void
  onAmend: (text: NonNullable<GapActionsProps['nearest']>) => void
}) => {
  const amend = nearest && (
    <Button
      key="amend"
      margin={false}
      buttonStyle={amendFirst ? 'primary' : 'secondary'}
      disabled={disabled}
      onClick={() => onAmend(nearest)}
    >
      Amend “{nearest.title}”
    </Button>
  )
  return (
    <>
      {amendFirst && amend}
      <Button
        margin={false}
        buttonStyle={amendFirst && nearest ? 'secondary' : 'primary'}
        disabled={disabled}
        onClick={() => onStart('faqs')}
      >
        Start a draft FAQ
      </Button>
      <Button margin={false} buttonStyle="secondary" disabled={disabled} onClick={() => onStart('policies')}>
        Start a draft policy
      </Button>
      {!amendFirst && amend}
    </>
  )
}

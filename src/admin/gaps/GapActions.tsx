'use client'

import { Banner, Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Gap } from '../../../payload-types'
import { documentHref } from '../links'
import { postJson } from '../postJson'
import { DismissDrawer } from './DismissDrawer'
import { ReopenDrawer } from './ReopenDrawer'

interface GapActionsProps {
  gapId: string
  state: Gap['state']
  owner: string | null
  draft: { href: string; title: string } | null
  people: { id: string; label: string }[]
  /** Why this person may do nothing here; null when they may. */
  refusal: string | null
}

/** Owner, draft, dismissal: what a person does about a gap. */
export const GapActions = ({ gapId, state, owner, draft, people, refusal }: GapActionsProps) => {
  const router = useRouter()
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const blocked = refusal
  const act = async <T,>(action: string, body: unknown, done: (value: T) => void) => {
    setBusy(true)
    setProblem(null)
    const posted = await postJson<T>(`/api/v1/gaps/${gapId}/${action}`, body)
    setBusy(false)
    if (posted.ok) done(posted.value)
    else setProblem(posted.detail)
  }
  const start = (collection: 'faqs' | 'policies') =>
    act<{ draftId: string }>('draft', { collection }, ({ draftId }) =>
      router.push(documentHref(collection, draftId)),
    )
  const said = (words: string) => () => {
    toast.success(words)
    router.refresh()
  }
  if (state === 'closed' || state === 'dismissed')
    return (
      <div className="vouch-steps">
        {problem && (
          <div role="alert">
            <Banner type="error">{problem}</Banner>
          </div>
        )}
        <p className="vouch-quiet">It is {state}: nothing is left to do.</p>
        {draft && <a href={draft.href}>{draft.title}</a>}
        {state === 'dismissed' && (
          <ReopenDrawer
            disabled={busy || blocked !== null}
            onReopen={(note) => act('reopen', { note }, said('Reopened: it is on the backlog again.'))}
          />
        )}
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
        <>
          <Button margin={false} disabled={busy || blocked !== null} onClick={() => void start('faqs')}>
            Start a draft FAQ
          </Button>
          <Button
            margin={false}
            buttonStyle="secondary"
            disabled={busy || blocked !== null}
            onClick={() => void start('policies')}
          >
            Start a draft policy
          </Button>
        </>
      )}
      <DismissDrawer
        disabled={busy || blocked !== null}
        onDismiss={(body) => act('dismiss', body, said('Dismissed.'))}
      />
      {blocked && <p className="vouch-why">{blocked}</p>}
    </div>
  )
}

'use client'

import { Banner, Button } from '@payloadcms/ui'
import { useState } from 'react'
import type { Contact } from '../../commands/handovers/contactDetails'
import { postJson } from '../postJson'
import { sentence } from '../words'

interface ContactCardProps {
  handoverId: string
  /** Of which kinds the details are. */
  kinds: readonly string[]
  /** What the customer wrote was erased. */
  erased: boolean
  /** Why this person may not read them; null when they may. */
  refusal: string | null
}

/** How the customer is reached: kept sealed, shown when somebody asks for it, which is recorded. */
export const ContactCard = ({ handoverId, kinds, erased, refusal }: ContactCardProps) => {
  const [contact, setContact] = useState<Contact | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  if (!kinds.length) return null
  const show = async () => {
    setBusy(true)
    const posted = await postJson<Contact>(`/api/v1/handovers/${handoverId}/contact`, {})
    setBusy(false)
    setProblem(posted.ok ? null : posted.detail)
    if (posted.ok) setContact(posted.value)
  }
  const why = refusal ?? whyNot(contact, erased)
  return (
    <section aria-live="polite">
      <h2>How to reach them</h2>
      {problem && (
        <div role="alert">
          <Banner type="error">{problem}</Banner>
        </div>
      )}
      {contact?.state === 'open' ? (
        <Shown contact={contact} />
      ) : (
        <>
          <p>They gave: {kinds.join(', ')}.</p>
          <Button
            margin={false}
            buttonStyle="secondary"
            disabled={busy || why !== null}
            onClick={() => void show()}
          >
            Show
          </Button>
          <p className="vouch-why">{why ?? 'It is kept encrypted. That you read it is recorded.'}</p>
        </>
      )}
    </section>
  )
}

function whyNot(contact: Contact | null, erased: boolean): string | null {
  if (erased || contact?.state === 'erased') return 'It was erased, and cannot be read any more.'
  if (contact?.state === 'unreadable')
    return 'It was sealed under another secret. Give the installation its former VOUCH_SECRET to read it.'
  return contact ? 'Nothing is kept of it.' : null
}

const Shown = ({ contact: { details } }: { contact: Contact }) => (
  <dl className="vouch-facts vouch-contact">
    {details.map(({ kind, text, turn }) => (
      <div key={`${kind} ${text}`}>
        <dt>{sentence(kind)}</dt>
        <dd>
          {hrefOf(kind, text) ? <a href={hrefOf(kind, text) ?? ''}>{text}</a> : text}{' '}
          {turn === null ? (
            <span className="vouch-quiet">not in this transcript</span>
          ) : (
            <a className="vouch-quiet" href={`#turn-${turn}`}>
              turn {turn}
            </a>
          )}
        </dd>
      </div>
    ))}
  </dl>
)

/** A telephone or a mail program opens it. Only what is plainly a number or an address leads anywhere. */
function hrefOf(kind: string, text: string): string | null {
  const digits = text.replaceAll(/[^\d+]/g, '')
  if (kind === 'phone' && digits.length > 4) return `tel:${digits}`
  if (kind === 'e-mail' && /^[^\s@?&]+@[^\s@?&]+$/.test(text)) return `mailto:${encodeURIComponent(text)}`
  return null
}

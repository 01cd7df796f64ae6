'use client'

import { Banner, Button } from '@payloadcms/ui'
import { useState } from 'react'
import type { MessageOutcome, TriedMessage } from '../../commands/escalation/tryMessage'
import { postJson } from '../postJson'
import { StatePill } from '../states/StatePill'

/** A customer’s message, what it is read as, and what would happen now and under the drafts. */
export const TryMessage = () => {
  const [message, setMessage] = useState('')
  const [locale, setLocale] = useState('en-GB')
  const [tried, setTried] = useState<TriedMessage | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const ready = message.trim() !== '' && !busy
  const ask = async () => {
    setBusy(true)
    const posted = await postJson<TriedMessage>('/api/v1/escalation/try', {
      message,
      locale: locale || 'en-GB',
    })
    setBusy(false)
    setProblem(posted.ok ? null : posted.detail)
    if (posted.ok) setTried(posted.value)
  }
  return (
    <section className="vouch-escalation__try" aria-label="Try a message">
      <h2>Try a message</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) void ask()
        }}
      >
        <label className="vouch-escalation__message">
          Message
          <input
            type="text"
            maxLength={4000}
            required
            value={message}
            placeholder="As a customer would type it"
            onChange={({ target }) => setMessage(target.value)}
          />
        </label>
        <label>
          Language
          <input
            type="text"
            maxLength={35}
            value={locale}
            onChange={({ target }) => setLocale(target.value)}
          />
        </label>
        <Button type="submit" size="medium" margin={false} disabled={!ready}>
          {busy ? 'Reading…' : 'Try it'}
        </Button>
      </form>
      {problem && <Banner type="error">{problem}</Banner>}
      <div aria-live="polite">{tried && <Tried tried={tried} />}</div>
    </section>
  )
}

const Tried = ({ tried: { labels, byMeaning, inForce, draft } }: { tried: TriedMessage }) => (
  <div className="vouch-escalation__tried">
    <div>
      <h3>Read as</h3>
      {labels.length ? (
        <ul className="vouch-escalation__labels">
          {labels.map(({ label, title, probability }) => (
            <li key={label}>
              <span>{title}</span>
              <span className="vouch-bar" aria-hidden="true">
                <span style={{ width: `${probability * 100}%` }} />
              </span>
              <span className="vouch-number">{probability.toFixed(2)}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="vouch-quiet">The classifier is not there; patterns and phrases alone decide.</p>
      )}
      {!byMeaning && labels.length > 0 && (
        <p className="vouch-quiet">By its words alone: there is no embedding model.</p>
      )}
    </div>
    <Outcome title="In force" outcome={inForce} />
    {draft ? (
      <Outcome title="If the drafts were signed" outcome={draft} same={isSame(inForce, draft)} />
    ) : (
      <div>
        <h3>If the drafts were signed</h3>
        <p className="vouch-quiet">There are no drafts. Change a policy to compare.</p>
      </div>
    )}
  </div>
)

const isSame = (a: MessageOutcome, b: MessageOutcome): boolean =>
  a.message === b.message &&
  a.handedOver?.label === b.handedOver?.label &&
  a.handedOver?.queue === b.handedOver?.queue &&
  a.handedOver?.urgency === b.handedOver?.urgency

const Outcome = ({ title, outcome, same }: { title: string; outcome: MessageOutcome; same?: boolean }) => {
  const { handedOver, message } = outcome
  return (
    <div>
      <h3>{title}</h3>
      {same !== undefined && (
        <p>
          <StatePill state={same ? 'superseded' : 'changes_requested'}>
            {same ? 'The same' : 'Differs'}
          </StatePill>
        </p>
      )}
      {handedOver ? (
        <p>
          A person takes over: <strong>{handedOver.title}</strong>,{' '}
          {handedOver.urgency === 'high' ? 'urgent, ' : ''}
          {handedOver.queue ? `queue ${handedOver.queue}` : 'the queue of the topic'}.
        </p>
      ) : (
        <p>{message ? 'The bot replies by itself.' : 'The bot looks for an answer in the texts.'}</p>
      )}
      {message && <blockquote>{message}</blockquote>}
      {handedOver && <p className="vouch-quiet">Because: {handedOver.evidence}</p>}
    </div>
  )
}

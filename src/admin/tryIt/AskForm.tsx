'use client'

import { Button } from '@payloadcms/ui'
import type { KeyboardEvent } from 'react'
import { chatHref } from '../links'
import { EarlierTurns, type EarlierTurn } from './EarlierTurns'
import type { BotChoice, DraftChoice } from './types'

/** What is being asked, as it is typed. */
export interface Draft {
  question: string
  bot: string
  /** `2026-10-01T09:00` in UTC; empty for now. */
  instant: string
  /** Empty for the bot's own. */
  locale: string
  turns: EarlierTurn[]
  /** Whether the chosen text is asked as if it were published. */
  withText: boolean
}

/** What to ask, as which bot, at which instant, after which turns. */
export const AskForm = ({
  bots,
  choice,
  draft,
  onChange,
  onAsk,
  busy,
}: {
  bots: readonly BotChoice[]
  choice: DraftChoice | null
  draft: Draft
  onChange: (draft: Draft) => void
  onAsk: () => void
  busy: boolean
}) => {
  const bot = bots.find(({ id }) => id === draft.bot)
  const ready = Boolean(draft.question.trim()) && !busy
  const askOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || !ready) return
    event.preventDefault()
    onAsk()
  }
  return (
    <form
      className="vouch-try__form"
      aria-label="What to ask"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) onAsk()
      }}
    >
      <label>
        Question
        <textarea
          rows={4}
          maxLength={4000}
          required
          value={draft.question}
          placeholder="As a customer would type it"
          onChange={({ target }) => onChange({ ...draft, question: target.value })}
          onKeyDown={askOnEnter}
        />
      </label>
      <label>
        As
        <select value={draft.bot} onChange={({ target }) => onChange({ ...draft, bot: target.value })}>
          {bots.map(({ id, name, enabled }) => (
            <option key={id} value={id}>
              {name}
              {enabled ? '' : ' (off)'}
            </option>
          ))}
        </select>
        {bot && <span className="vouch-quiet">Speaks to {bot.audiences.join(', ')}</span>}
      </label>
      {bot && (
        <p className="vouch-quiet">
          <a href={chatHref(bot.id)}>Talk to it as a customer would</a>
        </p>
      )}
      <label>
        At (UTC)
        <input
          type="datetime-local"
          value={draft.instant}
          onChange={({ target }) => onChange({ ...draft, instant: target.value })}
        />
        <span className="vouch-quiet">{draft.instant ? 'From the texts in force then' : 'Empty: now'}</span>
      </label>
      {choice && (
        <label className="vouch-inline">
          <input
            type="checkbox"
            checked={draft.withText}
            onChange={({ target }) => onChange({ ...draft, withText: target.checked })}
          />
          As if “{choice.title}” v{choice.version} were published
        </label>
      )}
      <EarlierTurns turns={draft.turns} onChange={(turns) => onChange({ ...draft, turns })} />
      <details>
        <summary>Language</summary>
        <label>
          Locale
          <input
            type="text"
            maxLength={35}
            value={draft.locale}
            placeholder={bot?.locale}
            onChange={({ target }) => onChange({ ...draft, locale: target.value })}
          />
        </label>
      </details>
      <Button type="submit" margin={false} disabled={!ready}>
        {busy ? 'Asking…' : 'Ask'}
      </Button>
    </form>
  )
}

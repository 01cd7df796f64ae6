'use client'

import { Banner, usePreferences } from '@payloadcms/ui'
import { useState } from 'react'
import type { Trial } from '../../commands/tryQuestion'
import type { TryRequest } from '../../http/trySchemas'
import { postJson } from '../postJson'
import { ASKED_PREFERENCE } from '../start/askedPreference'
import { AskForm, type Draft } from './AskForm'
import { TrialResult } from './TrialResult'
import type { BotChoice, DraftChoice, Tried, WhyNot } from './types'

/** Left, the question; right, the answer and everything about it. */
export const TryIt = ({
  bots,
  choice,
  first,
  why,
}: {
  bots: readonly BotChoice[]
  choice: DraftChoice | null
  first: Pick<Draft, 'question' | 'bot'>
  why: WhyNot
}) => {
  const [draft, setDraft] = useState<Draft>({
    ...first,
    instant: '',
    locale: '',
    turns: [],
    withText: choice !== null,
  })
  const [tried, setTried] = useState<Tried | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const { setPreference } = usePreferences()
  const ask = async () => {
    const request = requestOf(draft, choice)
    setBusy(true)
    const posted = await postJson<Trial>('/api/v1/try', request)
    setBusy(false)
    setProblem(posted.ok ? null : posted.detail)
    if (!posted.ok) return
    setTried({ request, trial: posted.value })
    void setPreference(ASKED_PREFERENCE, { asked: true })
  }
  const followUp = ({ request, trial }: Tried) =>
    setDraft({
      ...draft,
      question: '',
      turns: [
        ...draft.turns,
        { role: 'user', content: request.question },
        { role: 'assistant', content: trial.message },
      ],
    })
  return (
    <div className="vouch-try">
      <AskForm
        bots={bots}
        choice={choice}
        draft={draft}
        onChange={setDraft}
        onAsk={() => void ask()}
        busy={busy}
      />
      <div className="vouch-try__answer" aria-live="polite" aria-busy={busy}>
        {problem && (
          <div role="alert">
            <Banner type="error">{problem}</Banner>
          </div>
        )}
        {tried ? (
          <TrialResult key={tried.trial.asOf} tried={tried} why={why} onFollowUp={() => followUp(tried)} />
        ) : (
          <NothingYet />
        )}
      </div>
    </div>
  )
}

const requestOf = (
  { question, bot, instant, locale, turns, withText }: Draft,
  choice: DraftChoice | null,
): TryRequest => ({
  bot,
  question: question.trim(),
  messages: turns.filter(({ content }) => content.trim()),
  ...(locale.trim() && { locale: locale.trim() }),
  // What is typed is UTC, as everywhere in Vouch.
  ...(choice && withText && { draft: { collection: choice.collection, id: choice.id } }),
  ...(instant && { asOf: new Date(`${instant}Z`).toISOString() }),
})

const NothingYet = () => (
  <div className="vouch-empty">
    <p>The answer appears here, with the texts that it is quoted from.</p>
    <p className="vouch-quiet">
      Below it: the decision and its reason, every passage that was weighed with the scores of both searches,
      and how long each step took. What is worth keeping becomes an eval case or a gap.
    </p>
  </div>
)

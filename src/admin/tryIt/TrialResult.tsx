'use client'

import { useState } from 'react'
import { Said } from '../receipts/Said'
import { StatePill } from '../states/StatePill'
import { Moment } from '../time/Moment'
import { OUTCOME_WORDS, reasonWords, sentence } from '../words'
import { Sources } from './Sources'
import { TrialActions } from './TrialActions'
import { TrialDetails } from './TrialDetails'
import type { Tried, WhyNot } from './types'

/** What the bot would have said, with its sources, what to do about it, and what it rests on. */
export const TrialResult = ({
  tried,
  why,
  onFollowUp,
}: {
  tried: Tried
  why: WhyNot
  onFollowUp: () => void
}) => {
  const { trial, request } = tried
  /** The citation under the pointer or the keyboard's focus. */
  const [active, setActive] = useState<number | null>(null)
  return (
    <>
      <section aria-label="Answer">
        <blockquote className="vouch-question">{request.question}</blockquote>
        <div className="vouch-inline">
          <StatePill state={trial.outcome}>{OUTCOME_WORDS[trial.outcome]}</StatePill>
          <span>{trial.reason && sentence(reasonWords(trial.reason))}</span>
          <span className="vouch-quiet">
            {trial.confidence !== null && `confidence ${trial.confidence.toFixed(2)} · `}
            {trial.bot.name} · <Moment at={trial.asOf} as="exact" />
          </span>
        </div>
        <Said
          sentences={trial.sentences}
          message={trial.message}
          options={trial.options}
          anchor="source"
          className="vouch-try__said"
          citeProps={(number) => ({
            'data-active': active === number || undefined,
            onMouseEnter: () => setActive(number),
            onMouseLeave: () => setActive(null),
            onFocus: () => setActive(number),
            onBlur: () => setActive(null),
          })}
        />
        <TrialActions tried={tried} why={why} onFollowUp={onFollowUp} />
      </section>
      {trial.citations.length > 0 && (
        <section aria-label="Sources">
          <h2>Quoted from</h2>
          <Sources trial={trial} active={active} onActive={setActive} />
        </section>
      )}
      <TrialDetails trial={trial} question={request.question} />
    </>
  )
}

'use client'

import { useState } from 'react'
import type { Audience } from '../../vocabulary'
import type { Picked } from './choices'
import type { TopicChoice } from './topicChoice'
import { AudienceSelect, TopicSelect } from './selects'

/** The same topic or audience for every text at once. */
export const SetAll = ({
  topics,
  onSet,
}: {
  topics: readonly TopicChoice[]
  onSet: (change: Partial<Picked>) => void
}) => {
  const [audience, setAudience] = useState<Audience>('public')
  const [topic, setTopic] = useState<string | null>(null)
  return (
    <fieldset className="vouch-import__all">
      <legend className="vouch-quiet">All of them</legend>
      <TopicSelect
        about="all texts"
        value={topic}
        topics={topics}
        none="Topic as below"
        onChange={(chosen) => {
          setTopic(chosen)
          if (chosen) onSet({ topic: chosen })
        }}
      />
      <AudienceSelect
        about="all texts"
        value={audience}
        onChange={(chosen) => {
          setAudience(chosen)
          onSet({ audience: chosen })
        }}
      />
      <button type="button" className="vouch-link" onClick={() => onSet({ take: true })}>
        Take all
      </button>
      <button type="button" className="vouch-link" onClick={() => onSet({ take: false })}>
        Take none
      </button>
    </fieldset>
  )
}

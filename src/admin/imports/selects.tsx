'use client'

import { AUDIENCES, POLICY_KINDS, type Audience } from '../../vocabulary'
import { sentence } from '../words'
import type { Picked } from './choices'
import type { TopicChoice } from './topicChoice'

interface Select<T> {
  /** What it is chosen for, for those who do not see the row it stands in. */
  about: string
  value: T
  onChange: (value: T) => void
}

const KINDS = [...POLICY_KINDS.map((kind) => [kind, sentence(kind)] as const), ['faq', 'FAQ'] as const]

/** Policy, procedure, product, guide, or FAQ. */
export const KindSelect = ({ about, value, onChange }: Select<Picked['as']>) => (
  <select
    aria-label={`Kind of ${about}`}
    value={value}
    onChange={({ target }) => onChange(target.value as Picked['as'])}
  >
    {KINDS.map(([kind, label]) => (
      <option key={kind} value={kind}>
        {label}
      </option>
    ))}
  </select>
)

/** @param none what it says where none is chosen. */
export const TopicSelect = ({
  about,
  value,
  topics,
  none,
  onChange,
}: Select<string | null> & { topics: readonly TopicChoice[]; none: string }) => (
  <select
    aria-label={`Topic of ${about}`}
    value={value ?? ''}
    onChange={({ target }) => onChange(target.value || null)}
  >
    <option value="">{none}</option>
    {topics.map(({ id, name }) => (
      <option key={id} value={id}>
        {name}
      </option>
    ))}
  </select>
)

/** Who may be told. */
export const AudienceSelect = ({ about, value, onChange }: Select<Audience>) => (
  <select
    aria-label={`Audience of ${about}`}
    value={value}
    onChange={({ target }) => onChange(target.value as Audience)}
  >
    {AUDIENCES.map((audience) => (
      <option key={audience} value={audience}>
        For {audience}
      </option>
    ))}
  </select>
)

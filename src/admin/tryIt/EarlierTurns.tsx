'use client'

import { counted } from '../words'

export interface EarlierTurn {
  role: 'user' | 'assistant'
  content: string
}

/** What was said before, which a follow-up leans on. */
export const EarlierTurns = ({
  turns,
  onChange,
}: {
  turns: readonly EarlierTurn[]
  onChange: (turns: EarlierTurn[]) => void
}) => {
  const change = (at: number, turn: Partial<EarlierTurn>) =>
    onChange(turns.map((each, index) => (index === at ? { ...each, ...turn } : each)))
  // A bot answers a customer; so the other one's turn is next.
  const next = turns.at(-1)?.role === 'user' ? 'assistant' : 'user'
  return (
    <details open={turns.length > 0 || undefined}>
      <summary>{turns.length ? counted(turns.length, 'earlier turn') : 'Earlier turns'}</summary>
      <ol className="vouch-try__turns">
        {turns.map(({ role, content }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- turns have nothing but their place
          <li key={index}>
            <div className="vouch-try__turn">
              <select
                aria-label={`Who said turn ${index + 1}`}
                value={role}
                onChange={({ target }) =>
                  change(index, { role: target.value === 'user' ? 'user' : 'assistant' })
                }
              >
                <option value="user">Customer</option>
                <option value="assistant">Bot</option>
              </select>
              <button
                type="button"
                className="vouch-button vouch-button--quiet"
                aria-label={`Remove turn ${index + 1}`}
                onClick={() => onChange(turns.filter((_, at) => at !== index))}
              >
                Remove
              </button>
            </div>
            <textarea
              rows={2}
              maxLength={8000}
              aria-label={`Turn ${index + 1}`}
              value={content}
              onChange={({ target }) => change(index, { content: target.value })}
            />
          </li>
        ))}
      </ol>
      <button
        type="button"
        className="vouch-button vouch-button--quiet"
        disabled={turns.length >= 50}
        onClick={() => onChange([...turns, { role: next, content: '' }])}
      >
        Add a turn
      </button>
    </details>
  )
}

'use client'

import { Moment } from '../time/Moment'
import type { HistoryEntry } from './types'

/** Who did what to this document, the newest first. */
export const History = ({ entries }: { entries: readonly HistoryEntry[] }) => (
  <div className="vouch-rail__part">
    <h3>History</h3>
    {entries.length === 0 && (
      <p className="vouch-quiet">Sent, signed, published: each step will be listed here.</p>
    )}
    <ol className="vouch-history">
      {entries.map((entry) => (
        <li key={entry.id} className="vouch-entry">
          <span>
            {entry.who} {entry.what}
          </span>
          <span className="vouch-quiet">
            <Moment at={entry.at} />
          </span>
          {entry.comment && <q className="vouch-entry__comment">{entry.comment}</q>}
        </li>
      ))}
    </ol>
  </div>
)

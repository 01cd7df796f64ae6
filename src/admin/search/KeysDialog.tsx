'use client'

import { Dialog } from '../Dialog'

export const KEYS_DIALOG = 'vouch-keys'

const KEYS = [
  ['/', 'Search all texts'],
  ['j', 'Next row'],
  ['k', 'Row before'],
  ['Enter', 'Open it'],
  ['1 to 5', 'Judge a turn, in a transcript'],
  ['Esc', 'Close what is open'],
  ['?', 'This list'],
] as const

/** The keys that work in every room. */
export const KeysDialog = () => (
  <Dialog slug={KEYS_DIALOG} title="Keys">
    <dl className="vouch-keylist">
      {KEYS.map(([key, words]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  </Dialog>
)

'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import type { ChainCheck } from '../../commands/checkAuditChain'
import { postJson } from '../postJson'

const SHOWN = 5

/** Whether every row is as it was recorded and none is missing; walks the chain again when asked. */
export const ChainLine = ({ last, initial }: { last: number; initial: ChainCheck | null }) => {
  const [check, setCheck] = useState(initial)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [again, setAgain] = useState(false)
  const walk = async () => {
    setBusy(true)
    const posted = await postJson<ChainCheck>('/api/v1/audit/verify', {})
    setBusy(false)
    setProblem(posted.ok ? null : posted.detail)
    if (posted.ok) {
      setCheck(posted.value)
      setAgain(true)
    }
  }
  return (
    <div className="vouch-chain" data-broken={check?.breaks.length ? '' : undefined}>
      <p role="status">{problem ?? (busy ? 'Checking every row…' : words(check, last, again))}</p>
      <Button buttonStyle="secondary" size="small" margin={false} disabled={busy} onClick={() => void walk()}>
        Check now
      </Button>
      {!busy && check && check.breaks.length > 0 && (
        <ul>
          {check.breaks.slice(0, SHOWN).map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
          <li className="vouch-quiet">
            {check.breaks.length > SHOWN && `And ${check.breaks.length - SHOWN} more. `}
            Keep a copy of the database as it is, and run <code>npm run -s vouch -- verify</code> to see which
            texts are concerned.
          </li>
        </ul>
      )}
    </div>
  )
}

const words = (check: ChainCheck | null, last: number, again: boolean): string => {
  if (!check)
    return last ? `The last row is No. ${number(last)}. The chain has not been checked on this page yet.` : ''
  const { breaks, head } = check
  if (!head) return 'The chain is empty.'
  if (breaks.length)
    return `⚠ The chain is broken in ${breaks.length === 1 ? 'one place' : `${number(breaks.length)} places`}.`
  return `✓ Chain intact up to No. ${number(head.seq)}${again ? ', checked just now' : ''}.`
}

const number = (n: number): string => n.toLocaleString('en-GB')

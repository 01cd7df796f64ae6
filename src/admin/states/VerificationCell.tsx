import type { DefaultServerCellComponentProps } from 'payload'
import { verificationOf } from '../../governance/verification'
import { sentence } from '../words'
import { StatePill } from './StatePill'

/** Whether a text is still known to be true, in a list; nothing for one that was never in force. */
export const VerificationCell = ({ cellData }: DefaultServerCellComponentProps) => {
  if (!cellData) return <span>–</span>
  const verification = verificationNow(String(cellData))
  return <StatePill state={verification}>{sentence(verification)}</StatePill>
}

const verificationNow = (reviewAt: string) => verificationOf(reviewAt, Date.now())

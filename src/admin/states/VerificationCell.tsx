import type { DefaultServerCellComponentProps } from 'payload'
import { verificationOf } from '../../governance/verification'
import { VerificationPill } from './VerificationPill'

/** Whether a text is still known to be true, in a list; nothing for one that was never in force. */
export const VerificationCell = ({ cellData }: DefaultServerCellComponentProps) =>
  cellData ? <VerificationPill verification={verificationNow(String(cellData))} /> : <span>–</span>

const verificationNow = (reviewAt: string) => verificationOf(reviewAt, Date.now())

import type { DefaultServerCellComponentProps } from 'payload'
import { Moment } from './Moment'

/** A date in a list: how long ago, with the exact instant on hover. */
export const MomentCell = ({ cellData }: DefaultServerCellComponentProps) =>
  cellData ? <Moment at={new Date(cellData as string).toISOString()} /> : <span>–</span>

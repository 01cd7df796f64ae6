import type { DefaultServerCellComponentProps } from 'payload'
import type { Calibration } from '../../../payload-types'
import { StatePill } from '../states/StatePill'
import { CALIBRATION_STATE_COLOURS, CALIBRATION_STATE_WORDS } from './calibrationWords'

/** Whether a calibration counts, in the list. */
export const CalibrationStateCell = ({ cellData }: DefaultServerCellComponentProps) => {
  const state = cellData as Calibration['state']
  return <StatePill state={CALIBRATION_STATE_COLOURS[state]}>{CALIBRATION_STATE_WORDS[state]}</StatePill>
}

import type { Payload } from 'payload'
import { z } from 'zod'
import type { Calibration as CalibrationRow } from '../../payload-types'
import { CalibrationSchema, type Calibration } from '../answer/calibration'
import { CalibrationReportSchema, type CalibrationReport } from '../answer/calibrationReport'
import type { FittedOn } from './calibrations'

/** A calibration as people judge it. */
export interface CalibrationRecord {
  row: CalibrationRow
  /** Null: of another version of Vouch, which cannot count any more. */
  artefact: Calibration | null
  report: CalibrationReport | null
  fittedOn: FittedOn[]
}

const fittedOnSchema = z.array(z.object({ name: z.string(), questions: z.number() }))

/** One calibration; null when there is none with this id. */
export const readCalibration = async (payload: Payload, id: string): Promise<CalibrationRecord | null> => {
  const row = await payload.findByID({ collection: 'calibrations', id, depth: 0, disableErrors: true })
  return (
    row && {
      row,
      artefact: CalibrationSchema.nullable().catch(null).parse(row.artefact),
      report: CalibrationReportSchema.nullable().catch(null).parse(row.report),
      fittedOn: fittedOnSchema.catch([]).parse(row.fittedOn),
    }
  )
}

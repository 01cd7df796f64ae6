import type { Calibration } from '../../../payload-types'

/** What the states of a calibration are called. */
export const CALIBRATION_STATE_WORDS: Record<Calibration['state'], string> = {
  proposed: 'Proposed',
  in_force: 'In force',
  retired: 'Retired',
}

/** The colours of a document's states that say the same. */
export const CALIBRATION_STATE_COLOURS: Record<Calibration['state'], string> = {
  proposed: 'in_review',
  in_force: 'published',
  retired: 'superseded',
}

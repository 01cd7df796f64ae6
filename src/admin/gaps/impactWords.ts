import { HALF_LIFE_DAYS, type Impact } from '../../gaps/impact'

/** How a gap’s impact came about, in words. */
export const impactWords = ({ asked, risk, cost, impact }: Impact): string =>
  `Impact ${impact.toFixed(1)} = ${asked.toFixed(1)} askings (each counts half after ${HALF_LIFE_DAYS} days) × risk ${risk} × ${cost.toFixed(1)} minutes an asking`

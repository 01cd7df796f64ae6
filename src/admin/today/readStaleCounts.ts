import type { Payload } from 'payload'
import { dueBy, readTextsInForce } from '../../commands/textsInForce'

/** How many texts in force are overdue, and how many others are due or fall due before the month (UTC) ends. */
export const readStaleCounts = async (
  payload: Payload,
  now = Date.now(),
): Promise<{ overdue: number; due: number }> => {
  const month = new Date(now)
  const end = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1)).toISOString()
  const texts = await readTextsInForce(payload, { where: dueBy(end), now })
  const overdue = texts.filter(({ verification }) => verification === 'overdue').length
  return { overdue, due: texts.length - overdue }
}

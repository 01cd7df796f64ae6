import { auditDates } from '../commands/auditDates'
import { EXPORT_FORMATS, type AuditExport } from '../commands/exportAudit'
import { VouchError } from '../errors'
import { invalidParameter } from './problem'

/** `?from&to&format` of an export. @throws {HttpProblem} 400 with a pointer to what cannot be used. */
export const parseExport = (url: string): AuditExport => {
  const { searchParams } = new URL(url)
  const given = searchParams.get('format') || 'jsonl'
  const format = EXPORT_FORMATS.find((each) => each === given)
  if (!format) throw invalidParameter('format', `This takes ${EXPORT_FORMATS.join(' or ')}.`)
  return { format, ...parsePeriod(url) }
}

/** `?from&to`: days or instants; a last day counts whole. @throws {HttpProblem} 400 with a pointer to what cannot be used. */
export const parsePeriod = (url: string): { from?: string; to?: string } => {
  const { searchParams } = new URL(url)
  try {
    return auditDates({ from: searchParams.get('from'), to: searchParams.get('to') })
  } catch (error) {
    if (!(error instanceof VouchError)) throw error
    throw invalidParameter(error.message.startsWith('“to”') ? 'to' : 'from', error.message)
  }
}

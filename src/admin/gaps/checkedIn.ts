/** The forms whose boxes people tick: gaps of the backlog, askings of a gap. */
export const BULK_FORM = 'vouch-gaps'
export const ASKED_FORM = 'vouch-asked'

/** The ids that are ticked in a form of a page that the server made. */
export function checkedIn(formId: string, name: string): string[] {
  const form = document.getElementById(formId)
  if (!(form instanceof HTMLFormElement)) return []
  return new FormData(form).getAll(name).filter((value): value is string => typeof value === 'string')
}

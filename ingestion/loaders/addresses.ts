/**
 * A link's address, whole: relative to `base` where that is known, percent-encoded once, with its query and fragment. Empty
 * for what nobody can follow (a script, a place on the same page).
 */
export function wholeAddress(href: string, base?: string): string {
  const address = href.trim()
  if (!address || /^(?:javascript|data|vbscript|blob|about):/i.test(address)) return ''
  if (/^(?:mailto|tel|sms):/i.test(address)) return address.replace(/\s/g, encodeURIComponent)
  const relative = !/^[a-z][a-z\d+.-]*:/i.test(address)
  if (relative && base && URL.canParse(address, base)) return new URL(address, base).href
  return spaced(address)
}

/** What is encoded stays so; what may not stand in an address is encoded. */
const spaced = (address: string): string =>
  address.replace(/[\s<>"`{}|\\^]/g, (sign) => encodeURIComponent(sign))

/** What was taken out of a text, and what it was. */
export interface Redacted {
  text: string
  found: ('card number' | 'IBAN' | 'password' | 'security code' | 'national id')[]
}

/** Card numbers (by Luhn), IBANs (by their check digits), codes and passwords out of a text; other numbers stay. */
export const redact = (text: string): Redacted => {
  const found: Redacted['found'] = []
  const replace = (kind: Redacted['found'][number], shown: string) => {
    found.push(kind)
    return shown
  }
  const redacted = text
    .replace(/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/gi, (iban) =>
      isIban(iban) ? replace('IBAN', `[IBAN …${lastFour(iban)}]`) : iban,
    )
    .replace(/\b\d(?:[ -]?\d){12,18}\b/g, (digits) =>
      passesLuhn(digits) ? replace('card number', `[card …${lastFour(digits)}]`) : digits,
    )
    .replace(/\b\d{3}-\d{2}-\d{4}\b/g, () => replace('national id', '[national id]'))
    .replace(
      /\b((?:cvv|cvc|cv2|security code|pin|passcode|one[- ]time code|otp)\b(?: ?(?:number|code))?(?: is|:|=)?\s*)\d{3,8}\b/gi,
      (_, label: string) => replace('security code', `${label}[code]`),
    )
    .replace(
      /\b((?:password|passwort|mot de passe|contraseña)\b(?: is|:|=| ist| est| es)\s*)\S+/gi,
      (_, label: string) => replace('password', `${label}[password]`),
    )
  return { text: redacted, found: [...new Set(found)] }
}

const lastFour = (text: string): string => text.replace(/[ -]/g, '').slice(-4)

/** ISO/IEC 7812: the check digit of payment cards. */
const passesLuhn = (text: string): boolean => {
  const digits = Array.from(text.replace(/\D/g, ''), Number).reverse()
  const sum = digits.reduce(
    (total, digit, i) => total + (i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2),
    0,
  )
  return sum % 10 === 0
}

/** ISO 13616: the number with its country moved behind is 1 modulo 97. */
const isIban = (text: string): boolean => {
  const compact = text.replace(/ /g, '').toUpperCase()
  if (compact.length < 15 || compact.length > 34) return false
  let rest = 0
  for (const character of compact.slice(4) + compact.slice(0, 4))
    for (const digit of String(Number.parseInt(character, 36))) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}

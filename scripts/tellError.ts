import { sentenceOf } from '../src/errors'
import { sentenceOfFile } from '../src/readTextFile'

/** What of Payload’s errors is for people: each field by its label, and what is wrong with it. */
interface FieldErrors {
  data?: { errors?: { label?: unknown; path?: string; message?: string }[] }
}

/** What whoever typed a command is told of what went wrong. */
export function tellError(error: unknown): string {
  return (
    sentenceOf(error) ??
    sentenceOfFields(error) ??
    sentenceOfFile(error) ??
    'Something in Vouch failed that should not. VOUCH_DEBUG=1 shows what; please report it.'
  )
}

function sentenceOfFields(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  const errors = (error as FieldErrors).data?.errors?.filter(({ message }) => message) ?? []
  return errors.length
    ? errors
        .map(({ label, path, message }) => `${typeof label === 'string' ? label : path}: ${message}`)
        .join('\n')
    : null
}

import { restricts } from '../units/restricts'

/** “What is not covered?” says of what stands below it what it is; “Can I return it without a receipt?” asks. */
const SAYS_WHAT =
  /^[¿\s]*(?:what|which|who|was|welche[mnrs]?|wer|qu['’e]|quoi|quel(?:le)?s?|qui|qu[eé]|cu[aá]l(?:es)?|qui[eé]n(?:es)?)(?!\p{L})/iu

/**
 * The headings that turn the meaning of what stands below them: “Not included”, above “Loss and theft”. They are evidence as
 * much as the words below them, and a sentence that leaves them out says the opposite.
 */
export const turningHeadings = (headings: readonly string[]): string[] =>
  headings.filter(
    (heading) => restricts(heading) && (!heading.trim().endsWith('?') || SAYS_WHAT.test(heading)),
  )

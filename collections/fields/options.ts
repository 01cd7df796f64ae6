/** `in_review` -> `{ label: 'In review', value: 'in_review' }`. */
export const options = <T extends string>(values: readonly T[]): { label: string; value: T }[] =>
  values.map((value) => ({ value, label: labelOf(value) }))

const labelOf = (value: string): string => {
  const words = value.replaceAll('_', ' ')
  return words === 'qa' ? 'QA reviewer' : words.charAt(0).toUpperCase() + words.slice(1)
}

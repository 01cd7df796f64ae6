type Field = (string | number)[]

/** The way to each value inside some JSON. */
export function fieldsIn(value: unknown, way: Field = []): Field[] {
  if (value === null || typeof value !== 'object') return [way]
  return Object.entries(value).flatMap(([key, each]) =>
    fieldsIn(each, [...way, Array.isArray(value) ? Number(key) : key]),
  )
}

/** The same JSON with another value at one place. */
export function changed(root: Record<string, unknown>, field: Field): Record<string, unknown> {
  let at = root as Record<string | number, unknown>
  for (const key of field.slice(0, -1)) at = at[key] as Record<string | number, unknown>
  const key = field.at(-1) ?? ''
  const value = at[key]
  at[key] =
    typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : otherText(String(value))
  return root
}

/** Of the same length, so that only its words are wrong. */
const otherText = (text: string): string =>
  text.endsWith('7') ? `${text.slice(0, -1)}8` : `${text.slice(0, -1)}7`

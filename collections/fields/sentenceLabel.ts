import type { Field } from 'payload'

/** “riskTier” as people read it: “Risk tier”. Pure. */
export function sentenceLabel(name: string): string {
  const words = name
    .replace(/[_-]+/g, ' ')
    .replace(/(?<=[a-z\d])(?=[A-Z])/g, ' ')
    .trim()
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A field, however deep, that says nothing of its label gets that; Payload would write “Risk Tier”. Pure. */
export function withSentenceLabel(field: Field): Field {
  if (field.type === 'tabs')
    return {
      ...field,
      tabs: field.tabs.map((tab) => ({ ...tab, fields: tab.fields.map(withSentenceLabel) })),
    }
  const within = 'fields' in field ? { fields: field.fields.map(withSentenceLabel) } : {}
  const isNamed = 'name' in field && typeof field.name === 'string' && field.type !== 'ui'
  const label = isNamed && field.label === undefined ? { label: sentenceLabel(field.name) } : {}
  return { ...field, ...within, ...label } as Field
}

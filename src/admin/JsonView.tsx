'use client'
import { FieldLabel, useField } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'
import './jsonView.css'

/** What was recorded as JSON, to be read. */
export const JsonView: JSONFieldClientComponent = ({ field, path }) => {
  const { value } = useField<unknown>({ path })
  return (
    <div className="field-type json-view">
      <FieldLabel label={field.label} path={path} />
      <pre tabIndex={0}>{value === undefined || value === null ? '—' : JSON.stringify(value, null, 2)}</pre>
    </div>
  )
}

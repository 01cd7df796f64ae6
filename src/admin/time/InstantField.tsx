'use client'

import { FieldDescription, FieldLabel, fieldBaseClass, useField, withCondition } from '@payloadcms/ui'
import type { DateFieldClientProps, Validate } from 'payload'
import { useCallback, useEffect, useRef, useState } from 'react'
import { localOf } from './local'

const UNFINISHED = 'This is not a whole date yet. Finish it, or clear it.'

/**
 * A day, or a day with its hour, in the browser’s own field: it shows dates as the reader’s country does, takes no words, and
 * what is half written is said and not lost. Stored as an instant in UTC.
 */
const Instant = ({ field, path, readOnly, validate }: DateFieldClientProps) => {
  const { label, required = false, admin } = field
  const withTime =
    (admin?.date as { pickerAppearance?: string } | undefined)?.pickerAppearance === 'dayAndTime'
  const input = useRef<HTMLInputElement>(null)
  const [unfinished, setUnfinished] = useState(false)
  const check: Validate = useCallback(
    (given, options) =>
      unfinished
        ? UNFINISHED
        : ((validate as Validate | undefined)?.(given, { ...options, required }) ?? true),
    [unfinished, validate, required],
  )
  const { value, setValue, showError, errorMessage, disabled } = useField<string | null>({
    potentiallyStalePath: path,
    validate: check,
  })
  const shown = value ? localOf(value, withTime) : ''
  // The browser keeps what is half written, so the field is its own master while somebody writes in it.
  useEffect(() => {
    const own = input.current
    if (own && own !== document.activeElement && own.value !== shown) own.value = shown
  }, [shown])
  const look = () => setUnfinished(input.current?.validity.badInput ?? false)
  const problem = unfinished ? UNFINISHED : showError ? errorMessage : null
  const id = `field-${path.replaceAll('.', '__')}`
  return (
    <div className={`${fieldBaseClass} vouch-instant`}>
      <FieldLabel label={label} path={path} required={required} />
      <input
        ref={input}
        id={id}
        type={withTime ? 'datetime-local' : 'date'}
        max={withTime ? '9999-12-31T23:59' : '9999-12-31'}
        aria-invalid={Boolean(problem)}
        aria-describedby={`${id}-problem`}
        disabled={Boolean(readOnly) || disabled}
        defaultValue={shown}
        onInput={look}
        onKeyUp={look}
        onBlur={look}
        onChange={({ target }) => {
          look()
          // Half written, it is neither the date that was there nor none.
          if (!target.validity.badInput) setValue(toInstant(target.value, withTime))
        }}
      />
      <p id={`${id}-problem`} className="vouch-instant__problem" role={problem ? 'alert' : undefined}>
        {problem}
      </p>
      <FieldDescription description={admin?.description} path={path} />
    </div>
  )
}

/** A day alone is the middle of it in UTC, so that it is that day nearly everywhere. */
const toInstant = (given: string, withTime: boolean): string | null => {
  if (!given) return null
  return new Date(withTime ? given : `${given}T12:00:00Z`).toISOString()
}

export const InstantField = withCondition(Instant)

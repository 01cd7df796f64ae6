import { ValidationError, type CollectionBeforeChangeHook, type CollectionBeforeValidateHook } from 'payload'
import { SHAPED_EVENTS, type WebhookEvent, type WebhookShape } from '../../src/vocabulary'

interface Written {
  shape?: WebhookShape | null
  events?: readonly WebhookEvent[] | null
  ticketType?: string | null
  contact?: string | null
  url?: string | null
}

/** What a receiver of this shape cannot be told, or cannot be told without, is refused before it is saved. */
export const fitsShape: CollectionBeforeValidateHook = ({ data, originalDoc, req }) => {
  const written: Written = { ...(originalDoc as Written | undefined), ...(data as Written | undefined) }
  const errors = faultsOf(written)
  if (errors.length > 0) throw new ValidationError({ collection: 'webhooks', errors, req }, req.t)
  return data
}

function faultsOf({ shape, events, ticketType, contact }: Written): { path: string; message: string }[] {
  const told = SHAPED_EVENTS[shape ?? 'vouch']
  const untold = (events ?? []).filter((event) => !told.includes(event))
  const missing = shape === 'intercom' ? { ticketType, contact } : {}
  return [
    ...(untold.length > 0
      ? [
          {
            path: 'events',
            message: `This receiver can be told ${told.join(', ')}: not ${untold.join(', ')}.`,
          },
        ]
      : []),
    ...Object.entries(missing).flatMap(([path, value]) =>
      value?.trim() ? [] : [{ path, message: 'Intercom takes no ticket without it.' }],
    ),
  ]
}

/** A sign-in is for the host that it was given for: with another host in the address it has to be given again. */
export const forgetSignIn: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const before = (originalDoc as Written | undefined)?.url
  const now = (data as Written).url
  return before && now && originOf(before) !== originOf(now) ? { ...data, signIn: null } : data
}

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : url)

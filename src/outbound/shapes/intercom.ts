import type { Shape } from './types'
import { plainText, subjectOf } from './words'

/** The version of the API that the body below is of. */
const VERSION = '2.14'

/**
 * A new ticket (`POST /tickets`). Whose it is, is never guessed from what a customer wrote: every ticket is of the contact that
 * an admin named.
 */
export const intercom: Shape = (told, { ticketType, contact }) => ({
  body: {
    ticket_type_id: ticketType ?? '',
    contacts: [{ id: contact ?? '' }],
    ticket_attributes: {
      _default_title_: subjectOf(told),
      _default_description_: plainText(told),
    },
  },
  headers: { accept: 'application/json', 'intercom-version': VERSION },
})

import { bodyOf, titleOf, type ToldHandover } from './told'

/**
 * The body of Intercom's Create a ticket, POST /tickets (developers.intercom.com), without `ticket_type_id`, which is the
 * workspace's own: what passes it on adds it. The customer is an external id, so that nothing of who they are is sent.
 */
export function intercomTicket(told: ToldHandover): object {
  return {
    contacts: [{ external_id: `vouch:${told.id}` }],
    ticket_attributes: { _default_title_: titleOf(told), _default_description_: bodyOf(told) },
  }
}

import type { WebhookShape } from '../../vocabulary'
import { desk } from './desk'
import { intercom } from './intercom'
import { slack } from './slack'
import { vouch } from './vouch'
import type { Shape } from './types'
import { zendesk } from './zendesk'

/** How a message is written for each kind of receiver. */
export const SHAPES: Readonly<Record<WebhookShape, Shape>> = { vouch, desk, zendesk, intercom, slack }

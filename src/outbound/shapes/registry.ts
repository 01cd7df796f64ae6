import type { WebhookShape } from '../../vocabulary'
import { desk } from './desk'
import { intercom } from './intercom'
import { slack } from './slack'
import { standard } from './standard'
import type { Shape } from './types'
import { zendesk } from './zendesk'

/** How a message is written for each kind of receiver. */
export const SHAPES: Readonly<Record<WebhookShape, Shape>> = { standard, desk, zendesk, intercom, slack }

import { z } from 'zod'
import { isNetwork } from '../governance/botKey'
import { BOT_SCOPES } from '../vocabulary'

/** The contract of keys: what one may be used for. */

const settings = {
  name: z
    .string()
    .trim()
    .min(1)
    .max(80)
    .nullable()
    .meta({ description: 'What it is for.', example: 'Web chat' }),
  expiresOn: z.iso
    .datetime({ offset: true })
    .transform((at) => new Date(at).toISOString())
    .nullable()
    .meta({
      description: 'From then on it opens nothing; null: it does not end by itself.',
      override: { type: ['string', 'null'], format: 'date-time' },
    }),
  scopes: z.array(z.enum(BOT_SCOPES)).max(BOT_SCOPES.length).meta({
    description: 'What it opens of what its bot may do; none: all of it.',
  }),
  origins: z
    .array(
      z.string().max(200).refine(isOrigin, 'Write the site as browsers do, such as https://example.com.'),
    )
    .max(20)
    .meta({
      description: 'Sites whose pages alone may use it; none: anywhere.',
      example: ['https://example.com'],
    }),
  networks: z
    .array(z.string().max(50).refine(isNetwork, 'Write an address or a network, such as 203.0.113.0/24.'))
    .max(20)
    .meta({ description: 'Networks that it may be used from; none: anywhere.', example: ['203.0.113.0/24'] }),
}

export const KeyLimitsSchema = z.strictObject(settings).meta({ id: 'KeyLimits' })

export const NewKeySchema = z
  .strictObject(settings)
  .partial()
  .refine(({ expiresOn }) => !expiresOn || Date.parse(expiresOn) > Date.now(), {
    path: ['expiresOn'],
    error: 'This is over already: such a key would open nothing.',
  })
  .meta({ id: 'NewKey', description: 'What a key may be used for; anything, where nothing is said.' })

export const RotateKeySchema = z
  .strictObject({
    overlapHours: z.number().min(0).max(720).default(24).meta({
      description: 'For how long the old key opens beside the new one.',
    }),
  })
  .meta({ id: 'RotateKey' })

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text
}

import { z } from 'zod'
import { GOVERNED_COLLECTIONS } from '../vocabulary'

/** The contract of notices and freshness, published in OpenAPI. */

const NotificationSchema = z
  .object({
    id: z.string(),
    kind: z.string().meta({ example: 'to_sign' }),
    title: z.string(),
    body: z.string().nullable(),
    href: z.string().nullable().meta({ description: 'An address within the admin.' }),
    urgent: z.boolean(),
    readAt: z.string().nullable(),
    createdAt: z.string(),
  })
  .meta({ id: 'Notification', description: 'Something that the signed-in person should know.' })
export type PublicNotification = z.infer<typeof NotificationSchema>

export const NotificationListSchema = z
  .object({
    data: z.array(NotificationSchema),
    nextCursor: z.string().nullable(),
    unread: z.int().meta({ description: 'Of all, not of this page.' }),
  })
  .meta({ id: 'NotificationList' })
export type NotificationList = z.infer<typeof NotificationListSchema>

export const ReadNotificationsSchema = z
  .union([
    z.strictObject({ ids: z.array(z.string().min(1).max(100)).min(1).max(100) }),
    z.strictObject({ all: z.literal(true) }),
  ])
  .meta({ id: 'ReadNotifications' })

export const UnreadSchema = z.object({ unread: z.int() }).meta({ id: 'Unread' })

const shares = { texts: z.int(), verified: z.int(), due: z.int(), overdue: z.int() }
const named = z.object({ id: z.string().nullable(), name: z.string(), ...shares })

export const FreshnessSchema = z
  .object({
    at: z.string(),
    overall: z.object(shares),
    topics: z.array(named),
    owners: z.array(named),
    overdue: z.array(
      z.object({
        collection: z.enum(GOVERNED_COLLECTIONS),
        id: z.string(),
        title: z.string(),
        version: z.int(),
        reviewAt: z.string().nullable(),
        topic: z.string(),
        owner: z.object({ id: z.string(), name: z.string() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'Freshness', description: 'How many texts in force someone still vouches for.' })

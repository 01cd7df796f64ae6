import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import type { EmailAdapter } from 'payload'
import { logEmail } from './logEmail'

/** A mail server that does not answer is given up after this long, in ms. */
const CONNECT_MS = 10_000
const ANSWER_MS = 30_000

/** The mail server of the settings, else the log. The server is not asked at the start: it may be down then. */
export const emailAdapter = ({
  SMTP_URL,
  MAIL_FROM,
}: {
  SMTP_URL?: string | undefined
  MAIL_FROM?: string | undefined
}): EmailAdapter | Promise<EmailAdapter> => {
  if (!SMTP_URL || !MAIL_FROM) return logEmail
  const { name, address } = senderOf(MAIL_FROM)
  const server = { url: SMTP_URL, connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS }
  return nodemailerAdapter({
    skipVerify: true,
    defaultFromAddress: address,
    defaultFromName: name,
    transportOptions: { ...server, socketTimeout: ANSWER_MS },
  })
}

const senderOf = (from: string): { name: string; address: string } => {
  const named = /^(.*)<(.+)>$/.exec(from)
  return { name: named?.[1]?.trim() || 'Vouch', address: named?.[2] ?? from }
}

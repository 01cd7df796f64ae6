import type { EmailAdapter } from 'payload'

/** Writes that a message would have been sent to the log, never its body: a reset link is a secret. */
export const logEmail: EmailAdapter = ({ payload }) => ({
  name: 'log',
  defaultFromAddress: 'vouch@localhost',
  defaultFromName: 'Vouch',
  sendEmail: async (message) => {
    payload.logger.info({ msg: `E-mail to ${String(message.to)}: ${message.subject}` })
  },
})

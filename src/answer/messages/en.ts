import type { Messages } from './types'

export const ENGLISH: Messages = {
  no_answer: 'I cannot answer that with the information that I have.',
  unavailable: 'I cannot look that up just now. Please try again in a few minutes.',
  partly: 'I have no answer to the rest of your question.',
  clarify: 'Which of these is your question about?',
  out_of_scope: {
    greeting: 'Hello! What would you like to know?',
    thanks: 'You are welcome. Is there anything else you would like to know?',
    goodbye: 'Goodbye, and have a good day.',
    acknowledged: 'All right. If there is anything else that you would like to know, just ask.',
    about_bot:
      'I am an automated assistant, not a person. Would you like to talk to a colleague instead? Just say yes.',
    unclear: 'I did not understand that. Could you put it in other words?',
    abuse: 'I would like to help. What is it about?',
    other: 'I can only help with questions about our products and services.',
  },
  next: {
    person: 'Would you like me to pass you to a colleague? Just say yes.',
    rephrase: 'Could you put it in other words?',
    link: (url) => `You can find more help here: ${url}`,
    form: (url) => `You can send us your question with this form: ${url}`,
    hours: ({ phone, hours }) =>
      `You can ${phone ? `call us on ${phone}` : 'reach us'}${hours ? ` (${hours})` : ''}.`,
  },
}

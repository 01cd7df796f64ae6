import type { Messages } from './types'

const PASSING = 'I am passing you to a colleague who can help. They will see what we have written so far.'

export const ENGLISH: Messages = {
  no_answer: 'I cannot answer that with the information that I have.',
  unavailable: 'I cannot look that up just now. Please try again in a few minutes.',
  partly: 'I have no answer to the rest of your question.',
  clarify: 'Which of these is your question about?',
  escalated: {
    asks_for_person: PASSING,
    cancellation: PASSING,
    conflict: PASSING,
    complaint: 'I am sorry about this. I am passing your complaint to a colleague who will look into it.',
    frustration: 'I am sorry that I could not help. I am passing you to a colleague who can.',
    repeated: 'I am sorry that I have not been able to help. I am passing you to a colleague who can.',
  },
  sensitive_topic:
    'Thank you for telling me. This is something for a person, so I am passing you to a colleague now.',
  sensitive: {
    self_harm: ({ emergency, crisisLine }) =>
      `I am so sorry that you are going through this. You do not have to be alone with it: I am an automated assistant, and I am passing you to a person now. If you or somebody else may be in danger, please call ${emergency} straight away.${crisisLine ? ` You can talk to somebody at any hour: ${crisisLine}.` : ''}`,
    safety: ({ emergency }) =>
      `Please keep away from it, and switch it off at the mains only if that is safe. If anybody is hurt, or there is fire or a smell of gas, get out and call ${emergency}. I am passing you to a colleague now.`,
    domestic_abuse: ({ emergency, abuseLine }) =>
      `Thank you for telling me. You are not to blame, and you do not have to be alone with this. If you are in danger, please call ${emergency} as soon as it is safe.${abuseLine ? ` They help in confidence: ${abuseLine}.` : ''} I am passing you to a person now. Delete this chat if somebody else may read it.`,
    threat: ({ emergency }) =>
      `If anybody is in danger now, please call ${emergency}. I take what you wrote seriously, and I am passing this to a person at once.`,
    medical: ({ emergency, poisonCentre }) =>
      `If anybody is hurt or unwell, please call ${emergency} or a doctor before anything else. If somebody has swallowed, licked or breathed in something, do not make them sick${poisonCentre ? `, and ask the poison centre at once: ${poisonCentre}` : ', and ask a poison centre at once'}. For an animal, call a vet. I am passing you to a colleague now.`,
    fraud: () =>
      'Thank you for telling me. If somebody is on the phone or on your device, please end the call and disconnect it now. Do not pay anything, install anything or pass on any code, whoever they say they are. I am passing you to a colleague at once, who can look at this with you.',
    bereavement: () =>
      'I am very sorry for your loss. There is nothing more that you need to look up: I am passing you to a colleague who will take care of this with you.',
    hardship: () =>
      'Thank you for telling me. I am passing you to a colleague who will look with you at what is possible.',
    vulnerability: () =>
      'Thank you for telling me. I am passing you to a colleague who will take the time that this needs.',
    legal: () => 'This is something for a person: I am passing you to a colleague who is responsible for it.',
    payment_dispute: () =>
      'I am sorry about this. I am passing you to a colleague who can look at the payment with you.',
  },
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
  emergencyNumber: 'your local emergency number',
}

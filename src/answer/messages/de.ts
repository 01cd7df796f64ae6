import type { Messages } from './types'

export const GERMAN: Messages = {
  no_answer: 'Das kann ich mit den Informationen, die mir vorliegen, nicht beantworten.',
  unavailable: 'Ich kann das gerade nicht nachsehen. Bitte versuchen Sie es in einigen Minuten noch einmal.',
  partly: 'Auf den Rest Ihrer Frage habe ich keine Antwort.',
  clarify: 'Worauf bezieht sich Ihre Frage?',
  out_of_scope: {
    greeting: 'Guten Tag! Was möchten Sie wissen?',
    thanks: 'Gern geschehen. Möchten Sie noch etwas wissen?',
    goodbye: 'Auf Wiedersehen und einen schönen Tag.',
    acknowledged: 'In Ordnung. Wenn Sie noch etwas wissen möchten, fragen Sie einfach.',
    about_bot:
      'Ich bin ein automatischer Assistent, kein Mensch. Möchten Sie lieber mit einem Menschen sprechen? Schreiben Sie einfach „ja“.',
    unclear: 'Das habe ich nicht verstanden. Können Sie es anders sagen?',
    abuse: 'Ich möchte gern helfen. Worum geht es?',
    other: 'Ich kann nur Fragen zu unseren Produkten und Leistungen beantworten.',
  },
  next: {
    person: 'Soll ich Sie mit einem Menschen verbinden? Schreiben Sie einfach „ja“.',
    rephrase: 'Können Sie es anders sagen?',
    link: (url) => `Mehr Hilfe finden Sie hier: ${url}`,
    form: (url) => `Mit diesem Formular können Sie uns Ihre Frage schicken: ${url}`,
    hours: ({ phone, hours }) =>
      `Sie erreichen uns${phone ? ` unter ${phone}` : ''}${hours ? ` (${hours})` : ''}.`,
  },
}

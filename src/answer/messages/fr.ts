import type { Messages } from './types'

export const FRENCH: Messages = {
  no_answer: 'Je ne peux pas répondre à cette question avec les informations dont je dispose.',
  unavailable:
    'Je ne peux pas consulter nos informations pour le moment. Merci de réessayer dans quelques minutes.',
  partly: "Je n'ai pas de réponse au reste de votre question.",
  clarify: 'Sur quoi porte votre question ?',
  out_of_scope: {
    greeting: 'Bonjour ! Que souhaitez-vous savoir ?',
    thanks: 'Avec plaisir. Souhaitez-vous savoir autre chose ?',
    goodbye: 'Au revoir et bonne journée.',
    acknowledged: "C'est entendu. Si vous souhaitez savoir autre chose, demandez-moi.",
    about_bot:
      'Je suis un assistant automatique, pas une personne. Préférez-vous parler à un collègue ? Répondez simplement « oui ».',
    unclear: "Je n'ai pas compris. Pouvez-vous le dire autrement ?",
    abuse: "Je voudrais vous aider. De quoi s'agit-il ?",
    other: 'Je ne peux répondre qu’aux questions sur nos produits et services.',
  },
  next: {
    person: 'Souhaitez-vous que je vous mette en relation avec un collègue ? Répondez simplement « oui ».',
    rephrase: 'Pouvez-vous le dire autrement ?',
    link: (url) => `Vous trouverez plus d'aide ici : ${url}`,
    form: (url) => `Vous pouvez nous envoyer votre question avec ce formulaire : ${url}`,
    hours: ({ phone, hours }) =>
      `Vous pouvez nous ${phone ? `appeler au ${phone}` : 'joindre'}${hours ? ` (${hours})` : ''}.`,
  },
}

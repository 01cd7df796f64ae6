import type { Messages } from './types'

const PASSING = 'Je vous mets en relation avec un collègue, qui verra ce que nous avons échangé.'

export const FRENCH: Messages = {
  no_answer: 'Je ne peux pas répondre à cette question avec les informations dont je dispose.',
  unavailable:
    'Je ne peux pas consulter nos informations pour le moment. Merci de réessayer dans quelques minutes.',
  partly: "Je n'ai pas de réponse au reste de votre question.",
  clarify: 'Sur quoi porte votre question ?',
  escalated: {
    asks_for_person: PASSING,
    cancellation: PASSING,
    conflict: PASSING,
    complaint: 'Je suis désolé. Je transmets votre réclamation à un collègue qui va l’examiner.',
    frustration: "Je suis désolé de n'avoir pas pu vous aider. Je vous mets en relation avec un collègue.",
    repeated:
      "Je suis désolé de n'avoir pas encore pu vous aider. Je vous mets en relation avec un collègue.",
  },
  sensitive_topic:
    'Merci de me le dire. Cela mérite une personne : je vous mets en relation avec un collègue.',
  sensitive: {
    self_harm: ({ emergency, crisisLine }) =>
      `Je suis vraiment désolé de ce que vous traversez. Vous n'avez pas à rester seul face à cela : je suis un assistant automatique et je vous mets tout de suite en relation avec une personne. Si vous ou quelqu'un d'autre êtes en danger, appelez immédiatement le ${emergency}.${crisisLine ? ` Quelqu'un vous écoute à toute heure : ${crisisLine}.` : ''}`,
    safety: ({ emergency }) =>
      `Restez à distance et ne coupez le courant que si cela est sans danger. Si quelqu'un est blessé, en cas d'incendie ou d'odeur de gaz, sortez et appelez le ${emergency}. Je vous mets tout de suite en relation avec un collègue.`,
    domestic_abuse: ({ emergency, abuseLine }) =>
      `Merci de me le dire. Vous n'y êtes pour rien et vous n'avez pas à rester seul face à cela. Si vous êtes en danger, appelez le ${emergency} dès que vous pouvez le faire sans risque.${abuseLine ? ` Une aide confidentielle : ${abuseLine}.` : ''} Je vous mets tout de suite en relation avec une personne. Effacez cette conversation si quelqu'un d'autre peut la lire.`,
    threat: ({ emergency }) =>
      `Si quelqu'un est en danger, appelez le ${emergency}. Je prends ce que vous écrivez au sérieux et je le transmets tout de suite à une personne.`,
    medical: ({ emergency, poisonCentre }) =>
      `Si quelqu'un est blessé ou se sent mal, appelez d'abord le ${emergency} ou un médecin. Si quelqu'un a avalé, léché ou respiré un produit, ne le faites pas vomir et appelez tout de suite ${poisonCentre ? `le centre antipoison : ${poisonCentre}` : 'un centre antipoison'}. Pour un animal, appelez un vétérinaire. Je vous mets en relation avec un collègue.`,
    fraud: () =>
      "Merci de me le dire. Si quelqu'un est au téléphone ou sur votre appareil, mettez fin à l'appel et débranchez l'appareil du réseau. Ne payez rien, n'installez rien et ne communiquez aucun code, quelle que soit la personne qui le demande. Je vous mets tout de suite en relation avec un collègue qui regardera cela avec vous.",
    bereavement: () =>
      "Je vous présente toutes mes condoléances. Vous n'avez rien d'autre à chercher : je vous mets en relation avec un collègue qui s'en occupera avec vous.",
    hardship: () =>
      'Merci de me le dire. Je vous mets en relation avec un collègue qui verra avec vous ce qui est possible.',
    vulnerability: () =>
      'Merci de me le dire. Je vous mets en relation avec un collègue qui prendra le temps nécessaire.',
    legal: () => 'Cela mérite une personne : je vous mets en relation avec le collègue qui en est chargé.',
    payment_dispute: () =>
      'Je suis désolé. Je vous mets en relation avec un collègue qui regardera ce paiement avec vous.',
  },
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
  emergencyNumber: 'numéro d’urgence de votre pays',
}

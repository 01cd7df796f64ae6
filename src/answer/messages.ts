import { languageOf, type Language } from '../retrieval/analyze'
import type { EscalationReason } from '../vocabulary'
import type { SmallTalk } from './triggers/outOfScope'

/** The fixed words shown to customers, by language. English where a locale is not known. */
interface Messages {
  no_answer: string
  unavailable: string
  /** Said after an answer, when something else was asked too. */
  partly: string
  clarify: string
  escalated: Record<EscalationReason, string>
  out_of_scope: Record<SmallTalk, string>
}

export const messagesFor = (locale: string): Messages => MESSAGES[languageOf(locale)]

const everyReason = (
  text: string,
  others: Partial<Record<EscalationReason, string>>,
): Messages['escalated'] => ({
  asks_for_person: text,
  complaint: text,
  cancellation: text,
  frustration: text,
  repeated: text,
  sensitive_topic: text,
  conflict: text,
  ...others,
})

const MESSAGES: Record<Language, Messages> = {
  en: {
    no_answer: 'I have no approved answer to that.',
    unavailable: 'I cannot look that up just now. Please try again in a few minutes.',
    partly: 'I have no answer to the rest of your question.',
    clarify: 'Which of these is your question about?',
    escalated: everyReason(
      'I am passing you to a colleague who can help. They will see what we have written so far.',
      {
        complaint: 'I am sorry about this. I am passing your complaint to a colleague who will look into it.',
        frustration: 'I am sorry that I could not help. I am passing you to a colleague who can.',
        repeated: 'I am sorry that my answer did not help. I am passing you to a colleague who can.',
        sensitive_topic:
          'Thank you for telling me. This is something for a person, so I am passing you to a colleague now.',
      },
    ),
    out_of_scope: {
      greeting: 'Hello! What would you like to know?',
      thanks: 'You are welcome. Is there anything else you would like to know?',
      goodbye: 'Goodbye, and have a good day.',
      about_bot:
        'I am an automated assistant. I answer questions from our approved information; ask me for a person at any time.',
      other: 'I can only help with questions about our products and services.',
    },
  },
  de: {
    no_answer: 'Dazu habe ich keine freigegebene Antwort.',
    unavailable:
      'Ich kann das gerade nicht nachsehen. Bitte versuchen Sie es in einigen Minuten noch einmal.',
    partly: 'Auf den Rest Ihrer Frage habe ich keine Antwort.',
    clarify: 'Worauf bezieht sich Ihre Frage?',
    escalated: everyReason(
      'Ich verbinde Sie mit einer Kollegin oder einem Kollegen. Unser bisheriges Gespräch liegt dort vor.',
      {
        complaint: 'Das tut mir leid. Ich gebe Ihre Beschwerde an eine Kollegin oder einen Kollegen weiter.',
        frustration:
          'Es tut mir leid, dass ich nicht helfen konnte. Ich verbinde Sie mit einem Menschen, der es kann.',
        sensitive_topic:
          'Danke, dass Sie mir das sagen. Darum soll sich ein Mensch kümmern; ich verbinde Sie jetzt.',
      },
    ),
    out_of_scope: {
      greeting: 'Guten Tag! Was möchten Sie wissen?',
      thanks: 'Gern geschehen. Möchten Sie noch etwas wissen?',
      goodbye: 'Auf Wiedersehen und einen schönen Tag.',
      about_bot:
        'Ich bin ein automatischer Assistent und antworte aus unseren freigegebenen Informationen. Auf Wunsch verbinde ich Sie mit einem Menschen.',
      other: 'Ich kann nur Fragen zu unseren Produkten und Leistungen beantworten.',
    },
  },
  fr: {
    no_answer: "Je n'ai pas de réponse approuvée à cette question.",
    unavailable:
      'Je ne peux pas consulter nos informations pour le moment. Merci de réessayer dans quelques minutes.',
    partly: "Je n'ai pas de réponse au reste de votre question.",
    clarify: 'Sur quoi porte votre question ?',
    escalated: everyReason(
      'Je vous mets en relation avec un collègue, qui verra ce que nous avons échangé.',
      {
        complaint: 'Je suis désolé. Je transmets votre réclamation à un collègue qui va l’examiner.',
        frustration:
          "Je suis désolé de n'avoir pas pu vous aider. Je vous mets en relation avec un collègue.",
        sensitive_topic:
          'Merci de me le dire. Cela mérite une personne : je vous mets en relation avec un collègue.',
      },
    ),
    out_of_scope: {
      greeting: 'Bonjour ! Que souhaitez-vous savoir ?',
      thanks: 'Avec plaisir. Souhaitez-vous savoir autre chose ?',
      goodbye: 'Au revoir et bonne journée.',
      about_bot:
        'Je suis un assistant automatique et je réponds à partir de nos informations approuvées. Vous pouvez demander une personne à tout moment.',
      other: 'Je ne peux répondre qu’aux questions sur nos produits et services.',
    },
  },
  es: {
    no_answer: 'No tengo una respuesta aprobada para eso.',
    unavailable: 'Ahora mismo no puedo consultarlo. Inténtelo de nuevo en unos minutos.',
    partly: 'No tengo respuesta para el resto de su pregunta.',
    clarify: '¿Sobre cuál de estos temas es su pregunta?',
    escalated: everyReason('Le paso con un compañero que puede ayudarle y que verá lo que hemos hablado.', {
      complaint: 'Lo siento. Paso su reclamación a un compañero que la estudiará.',
      frustration: 'Siento no haber podido ayudarle. Le paso con un compañero que puede hacerlo.',
      sensitive_topic:
        'Gracias por contármelo. De esto debe ocuparse una persona, así que le paso con un compañero.',
    }),
    out_of_scope: {
      greeting: '¡Hola! ¿Qué le gustaría saber?',
      thanks: 'De nada. ¿Le gustaría saber algo más?',
      goodbye: 'Adiós y que tenga un buen día.',
      about_bot:
        'Soy un asistente automático y respondo con nuestra información aprobada. Puede pedir hablar con una persona cuando quiera.',
      other: 'Solo puedo ayudar con preguntas sobre nuestros productos y servicios.',
    },
  },
}

import type { Messages } from './types'

export const SPANISH: Messages = {
  no_answer: 'No puedo responder a eso con la información que tengo.',
  unavailable: 'Ahora mismo no puedo consultarlo. Inténtelo de nuevo en unos minutos.',
  partly: 'No tengo respuesta para el resto de su pregunta.',
  clarify: '¿Sobre cuál de estos temas es su pregunta?',
  out_of_scope: {
    greeting: '¡Hola! ¿Qué le gustaría saber?',
    thanks: 'De nada. ¿Le gustaría saber algo más?',
    goodbye: 'Adiós y que tenga un buen día.',
    acknowledged: 'De acuerdo. Si quiere saber algo más, pregúnteme.',
    about_bot:
      'Soy un asistente automático, no una persona. ¿Prefiere hablar con un compañero? Conteste simplemente «sí».',
    unclear: 'No lo he entendido. ¿Puede decirlo con otras palabras?',
    abuse: 'Me gustaría ayudarle. ¿De qué se trata?',
    other: 'Solo puedo ayudar con preguntas sobre nuestros productos y servicios.',
  },
  next: {
    person: '¿Quiere que le pase con un compañero? Conteste simplemente «sí».',
    rephrase: '¿Puede decirlo con otras palabras?',
    link: (url) => `Aquí encontrará más ayuda: ${url}`,
    form: (url) => `Puede enviarnos su pregunta con este formulario: ${url}`,
    hours: ({ phone, hours }) =>
      `Puede ${phone ? `llamarnos al ${phone}` : 'ponerse en contacto con nosotros'}${hours ? ` (${hours})` : ''}.`,
  },
}

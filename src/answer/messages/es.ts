import type { Messages } from './types'

const PASSING = 'Le paso con un compañero que puede ayudarle y que verá lo que hemos hablado.'

export const SPANISH: Messages = {
  no_answer: 'No puedo responder a eso con la información que tengo.',
  unavailable: 'Ahora mismo no puedo consultarlo. Inténtelo de nuevo en unos minutos.',
  partly: 'No tengo respuesta para el resto de su pregunta.',
  clarify: '¿Sobre cuál de estos temas es su pregunta?',
  escalated: {
    asks_for_person: PASSING,
    cancellation: PASSING,
    conflict: PASSING,
    complaint: 'Lo siento. Paso su reclamación a un compañero que la estudiará.',
    frustration: 'Siento no haber podido ayudarle. Le paso con un compañero que puede hacerlo.',
    repeated: 'Siento no haber podido ayudarle todavía. Le paso con un compañero que puede hacerlo.',
  },
  sensitive_topic:
    'Gracias por contármelo. De esto debe ocuparse una persona, así que le paso con un compañero.',
  sensitive: {
    self_harm: ({ emergency, crisisLine }) =>
      `Siento mucho lo que está pasando. No tiene por qué estar a solas con esto: soy un asistente automático y le paso ahora mismo con una persona. Si usted u otra persona está en peligro, llame enseguida al ${emergency}.${crisisLine ? ` Puede hablar con alguien a cualquier hora: ${crisisLine}.` : ''}`,
    safety: ({ emergency }) =>
      `Manténgase a distancia y corte la corriente solo si puede hacerlo sin peligro. Si hay heridos, fuego u olor a gas, salga y llame al ${emergency}. Le paso ahora mismo con un compañero.`,
    domestic_abuse: ({ emergency, abuseLine }) =>
      `Gracias por contármelo. Usted no tiene la culpa y no tiene por qué estar a solas con esto. Si está en peligro, llame al ${emergency} en cuanto pueda hacerlo sin riesgo.${abuseLine ? ` Ayuda confidencial: ${abuseLine}.` : ''} Le paso ahora mismo con una persona. Borre esta conversación si alguien más puede leerla.`,
    threat: ({ emergency }) =>
      `Si alguien está en peligro ahora, llame al ${emergency}. Me tomo en serio lo que escribe y lo paso enseguida a una persona.`,
    medical: ({ emergency, poisonCentre }) =>
      `Si alguien está herido o se encuentra mal, llame primero al ${emergency} o a un médico. Si alguien ha tragado, lamido o respirado algo, no le haga vomitar y pregunte enseguida ${poisonCentre ? `al centro de toxicología: ${poisonCentre}` : 'a un centro de toxicología'}. Si es un animal, llame a un veterinario. Le paso ahora mismo con un compañero.`,
    fraud: () =>
      'Gracias por contármelo. Si alguien está al teléfono o en su dispositivo, cuelgue y desconéctelo de la red. No pague nada, no instale nada ni facilite ningún código, sea quien sea quien lo pida. Le paso enseguida con un compañero que lo verá con usted.',
    bereavement: () =>
      'Le acompaño en el sentimiento. No tiene que buscar nada más: le paso con un compañero que se ocupará de esto con usted.',
    hardship: () =>
      'Gracias por contármelo. Le paso con un compañero que verá con usted qué posibilidades hay.',
    vulnerability: () =>
      'Gracias por contármelo. Le paso con un compañero que le dedicará el tiempo que haga falta.',
    legal: () => 'De esto debe ocuparse una persona: le paso con el compañero responsable.',
    payment_dispute: () => 'Lo siento. Le paso con un compañero que revisará el pago con usted.',
  },
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
  emergencyNumber: 'número de emergencias de su país',
}

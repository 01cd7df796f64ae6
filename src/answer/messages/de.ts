import type { Messages } from './types'

const PASSING =
  'Ich verbinde Sie mit einer Kollegin oder einem Kollegen. Unser bisheriges Gespräch liegt dort vor.'

export const GERMAN: Messages = {
  no_answer: 'Das kann ich mit den Informationen, die mir vorliegen, nicht beantworten.',
  unavailable: 'Ich kann das gerade nicht nachsehen. Bitte versuchen Sie es in einigen Minuten noch einmal.',
  partly: 'Auf den Rest Ihrer Frage habe ich keine Antwort.',
  clarify: 'Worauf bezieht sich Ihre Frage?',
  escalated: {
    asks_for_person: PASSING,
    cancellation: PASSING,
    conflict: PASSING,
    complaint: 'Das tut mir leid. Ich gebe Ihre Beschwerde an eine Kollegin oder einen Kollegen weiter.',
    frustration:
      'Es tut mir leid, dass ich nicht helfen konnte. Ich verbinde Sie mit einem Menschen, der es kann.',
    repeated:
      'Es tut mir leid, dass ich bisher nicht helfen konnte. Ich verbinde Sie mit einem Menschen, der es kann.',
  },
  sensitive_topic:
    'Danke, dass Sie mir das sagen. Darum soll sich ein Mensch kümmern; ich verbinde Sie jetzt.',
  sensitive: {
    self_harm: ({ emergency, crisisLine }) =>
      `Es tut mir sehr leid, was Sie gerade durchmachen. Sie müssen damit nicht allein sein: Ich bin ein automatischer Assistent und verbinde Sie jetzt mit einem Menschen. Wenn Sie oder jemand anderes in Gefahr sind, rufen Sie bitte sofort ${emergency} an.${crisisLine ? ` Zu jeder Stunde ist jemand für Sie da: ${crisisLine}.` : ''}`,
    safety: ({ emergency }) =>
      `Bitte halten Sie Abstand und schalten Sie den Strom nur ab, wenn das gefahrlos geht. Ist jemand verletzt, brennt es oder riecht es nach Gas, gehen Sie hinaus und rufen Sie ${emergency} an. Ich verbinde Sie jetzt mit einem Menschen.`,
    domestic_abuse: ({ emergency, abuseLine }) =>
      `Danke, dass Sie mir das sagen. Sie sind nicht schuld, und Sie müssen damit nicht allein sein. Wenn Sie in Gefahr sind, rufen Sie bitte ${emergency} an, sobald das sicher ist.${abuseLine ? ` Vertrauliche Hilfe: ${abuseLine}.` : ''} Ich verbinde Sie jetzt mit einem Menschen. Löschen Sie diesen Chat, wenn jemand anderes ihn lesen könnte.`,
    threat: ({ emergency }) =>
      `Wenn gerade jemand in Gefahr ist, rufen Sie bitte ${emergency} an. Ich nehme ernst, was Sie schreiben, und gebe es sofort an einen Menschen weiter.`,
    medical: ({ emergency, poisonCentre }) =>
      `Wenn jemand verletzt ist oder es jemandem schlecht geht, rufen Sie bitte zuerst ${emergency} oder einen Arzt an. Hat jemand etwas verschluckt, abgeleckt oder eingeatmet, lösen Sie kein Erbrechen aus und fragen Sie sofort ${poisonCentre ? `den Giftnotruf: ${poisonCentre}` : 'einen Giftnotruf'}. Bei einem Tier rufen Sie eine Tierarztpraxis an. Ich verbinde Sie jetzt mit einem Menschen.`,
    fraud: () =>
      'Danke, dass Sie mir das sagen. Ist jemand am Telefon oder auf Ihrem Gerät, beenden Sie bitte das Gespräch und trennen Sie das Gerät vom Netz. Zahlen Sie nichts, installieren Sie nichts und geben Sie keine Codes weiter, wer auch immer danach fragt. Ich verbinde Sie sofort mit einem Menschen, der sich das mit Ihnen ansieht.',
    bereavement: () =>
      'Mein herzliches Beileid. Sie müssen jetzt nichts weiter heraussuchen: Ich verbinde Sie mit einer Kollegin oder einem Kollegen, die sich mit Ihnen darum kümmern.',
    hardship: () =>
      'Danke, dass Sie mir das sagen. Ich verbinde Sie mit einem Menschen, der mit Ihnen ansieht, was möglich ist.',
    vulnerability: () =>
      'Danke, dass Sie mir das sagen. Ich verbinde Sie mit einem Menschen, der sich die Zeit dafür nimmt.',
    legal: () =>
      'Darum soll sich ein Mensch kümmern: Ich verbinde Sie mit jemandem, der dafür zuständig ist.',
    payment_dispute: () =>
      'Das tut mir leid. Ich verbinde Sie mit einem Menschen, der sich die Zahlung mit Ihnen ansieht.',
  },
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
  emergencyNumber: '112',
}

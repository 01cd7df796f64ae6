import { describe, expect, it } from 'vitest'
import { loadFolder } from './loadersSetup'

const GERMAN =
  'Wie lange dauert die Erstattung? Sie wird innerhalb von fünf Werktagen nach Eingang der Ware auf Ihr Konto gezahlt.'
const TEXTS = {
  de: GERMAN,
  fr: 'Le remboursement est versé dans les cinq jours ouvrés qui suivent la réception du colis dans notre entrepôt.',
  es: 'El reembolso se paga en los cinco días laborables siguientes a la recepción del paquete en nuestro almacén.',
  it: 'Il rimborso viene pagato entro cinque giorni lavorativi dalla ricezione del pacco nel nostro magazzino.',
  nl: 'De terugbetaling wordt binnen vijf werkdagen na ontvangst van het pakket op uw rekening gestort.',
  ja: '返金は、商品が倉庫に届いてから五営業日以内にお客様の口座に支払われます。',
  pl: 'Zwrot pieniędzy następuje w ciągu pięciu dni roboczych od otrzymania paczki w naszym magazynie.',
}
const languages = async (files: Record<string, string>) =>
  (await loadFolder(files)).flatMap((file) =>
    file.outcome === 'read'
      ? file.documents.map(({ metadata, language }) => metadata.locale ?? language)
      : [],
  )

describe('the language of a file', () => {
  it('is told from its text, whatever its format', async () => {
    for (const [language, text] of Object.entries(TEXTS)) {
      expect(await languages({ 'a.md': `# 1\n\n${text}` })).toEqual([language])
      expect(await languages({ 'a.txt': text, 'b.html': `<h1>1</h1><p>${text}</p>` })).toEqual([
        language,
        language,
      ])
    }
  })

  it('is that of all rows of a table together', async () => {
    expect(
      await languages({
        'a.csv':
          'Frage;Antwort\nOffen?;Ja, von neun bis sechs Uhr.\nWo?;In der Innenstadt, gleich beim Rathaus.\nWann wird geliefert?;Zweimal in der Woche.\n',
      }),
    ).toEqual(['de', 'de', 'de'])
  })

  it('is what the file says itself, before what is told', async () => {
    expect(await languages({ 'a.md': `---\nlang: de-AT\n---\n${GERMAN}` })).toEqual(['de-AT'])
    expect(await languages({ 'a.csv': `question_en,answer_en\nOpen?,"${GERMAN}"\n` })).toEqual(['en'])
  })

  it('is not guessed of a few words, and English is what is taken anyway', async () => {
    expect(
      await languages({
        'a.md': 'Gratis.',
        'b.md': 'Refunds are paid within five working days after the parcel has reached us.',
      }),
    ).toEqual([undefined, undefined])
  })
})

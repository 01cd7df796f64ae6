import { describe, expect, it } from 'vitest'
import { fixture, load, loadOne, omissionsOf } from './loadersSetup'

const asked = async (content: string | Uint8Array) =>
  (await load('a.csv', content)).map((part) =>
    'markdown' in part ? [part.question, part.markdown] : part.error,
  )

describe('a table of questions', () => {
  it.each([
    [
      'a semicolon, with commas in its answers',
      'question;answer\nHow long?;Five days, not on Sundays, never',
    ],
    [
      'a comma, with semicolons in its answers',
      'question,answer\nHow long?,"Five days, not on Sundays, never"',
    ],
    ['a tab', 'question\tanswer\nHow long?\tFive days, not on Sundays, never'],
    ['a bar', 'question|answer\nHow long?|Five days, not on Sundays, never'],
    ['what it says itself', 'sep=;\nquestion;answer\nHow long?;Five days, not on Sundays, never'],
    [
      'a semicolon, below a title and a blank line',
      'Our FAQ, 2026\n\nquestion;answer\nHow long?;Five days, not on Sundays, never',
    ],
    [
      'a semicolon, among other columns',
      'No;Category;question;answer;\n1;Money;How long?;Five days, not on Sundays, never;',
    ],
  ])('is parted by %s', async (_, text) => {
    expect(await asked(text)).toEqual([['How long?', 'Five days, not on Sundays, never']])
  })

  it.each([
    ['Frage;Antwort;Kategorie', 'de'],
    ['Pregunta;Respuesta;x', 'es'],
    ['Question;Réponse;x', 'fr'],
    ['Domanda;Risposta;x', 'it'],
    ['Pergunta;Resposta;x', 'pt'],
    ['Vraag;Antwoord;x', 'nl'],
    ['Q;A;x', 'en'],
    ['Q.;A.;x', 'en'],
    ['Kundenfrage;Antwort;x', 'de'],
    ['質問;回答;x', 'ja'],
    ['Customer question;Our answer;Answer type', 'en'],
    ['Questions;Answers;x', 'en'],
    ['Preguntas frecuentes;Respuestas;x', 'es'],
  ])('has its columns named %s', async (header) => {
    expect(await asked(`${header}\nA?;B.;c\n`)).toEqual([['A?', 'B.']])
  })

  it('in several languages makes a document a language, with keys that stay', async () => {
    const both =
      'id,question_en,answer_en,question_de,answer_de\n7,How long?,Five days.,Wie lange?,Fünf Tage.\n'
    expect(await load('a.csv', both)).toMatchObject([
      { key: 'a.csv#7-en', question: 'How long?', markdown: 'Five days.', metadata: { locale: 'en' } },
      { key: 'a.csv#7-de', question: 'Wie lange?', markdown: 'Fünf Tage.', metadata: { locale: 'de' } },
    ])
    expect(
      await load('a.csv', 'Question,Answer (English),Answer (German)\nHow long?,Five days.,Fünf Tage.\n'),
    ).toMatchObject([
      { key: 'a.csv#how-long-en', markdown: 'Five days.', metadata: { locale: 'en' } },
      { key: 'a.csv#how-long-de', markdown: 'Fünf Tage.', metadata: { locale: 'de' } },
    ])
    expect(
      await load('a.csv', 'EN Question,EN Answer,pt-BR Question,pt-BR Answer\nA?,B.,C?,D.\n'),
    ).toMatchObject([{ metadata: { locale: 'en' } }, { metadata: { locale: 'pt-BR' } }])
  })

  it('is in the language that a column names', async () => {
    expect(await loadOne('a.csv', 'Frage;Antwort;Sprache\nA?;B.;Deutsch\n')).toMatchObject({
      metadata: { locale: 'de' },
    })
  })

  it('may be written in UTF-16, or in the sets of Windows, the old Macintosh or Japan', async () => {
    expect(await asked(await fixture('09b-csv-tab-utf16.csv'))).toEqual([
      ['Wie öffne ich das Konto?', 'Über die App.'],
    ])
    const text = 'Frage;Antwort\nKönnen Sie?;Für 5 €\n'
    const western = Buffer.from('Frage;Antwort\nK\xf6nnen Sie?;F\xfcr 5 \x80\n', 'latin1')
    const macintosh = Buffer.from('Frage;Antwort\nK\x9annen Sie?;F\x9fr 5 \xdb\n', 'latin1')
    for (const bytes of [
      Buffer.from(text),
      Buffer.from(text, 'utf16le'),
      Buffer.from(text, 'utf16le').swap16(),
      western,
      macintosh,
    ])
      expect(await asked(bytes)).toEqual([['Können Sie?', 'Für 5 €']])
    const cyrillic = Buffer.from('c2eeeff0eef13bcef2e2e5f20acaeee3e4e03f3bc7e0e2f2f0e00a', 'hex')
    expect(await asked(cyrillic)).toEqual([['Когда?', 'Завтра']])
    const japanese = Buffer.from('8ebf96e23b89f1939a0a82a282c23f3b8cdc93fa82c582b70a', 'hex')
    expect(await asked(japanese)).toEqual([['いつ?', '五日です']])
    const unknown = Buffer.from('513b410a8f8e9d909fe13b81ff0a', 'hex')
    await expect(load('a.csv', unknown)).rejects.toThrow('not valid UTF-8')
  })

  it('has HTML in its fields read, and words in angle brackets kept', async () => {
    const rows = [
      [
        '"What is <b>Q&amp;A</b>?"',
        '"<p>Within <strong>5</strong> days.</p><ul><li>one</li><li>two</li></ul>"',
      ],
      ['Press what?', 'Press <Enter> or <Ctrl+C>.'],
      ['Both?', '"Press <Enter>.<br>Then <a href=""https://a.example/x"">go</a>."'],
      ['Lines?', '"One\nTwo <b>2</b>"'],
      ['Less?', 'If a <b and c> d.'],
      ['Markdown?', '"**Yes**, see [this](https://a.example) <em>now</em>"'],
    ]
    expect(await asked(`question,answer\n${rows.map((row) => row.join(',')).join('\n')}\n`)).toEqual([
      ['What is Q&A?', 'Within **5** days.\n\n- one\n- two'],
      ['Press what?', 'Press \\<Enter> or \\<Ctrl+C>.'],
      ['Both?', 'Press \\<Enter>.\nThen [go](https://a.example/x).'],
      ['Lines?', 'One\nTwo **2**'],
      ['Less?', 'If a \\<b and c> d.'],
      ['Markdown?', '**Yes**, see [this](https://a.example) _now_'],
    ])
  })

  it('tells rows without an answer, and reads the others', async () => {
    const text = 'question,answer\nOpen?,At nine.\nClosed?,\nLate?,\n'
    expect(await asked(text)).toEqual([['Open?', 'At nine.']])
    expect(await omissionsOf('a.csv', text)).toEqual([
      { kind: 'rows_without_answer', count: 2, example: 'Closed?' },
    ])
  })
})

describe('any other table', () => {
  it('keeps the title above it, its decimals and its keys with their values', async () => {
    expect((await loadOne('a.csv', 'Prices 2026\n\nZone;Price, EUR\nEU;4,50\nUS;6,50\n')).markdown).toBe(
      'Prices 2026\n\n| Zone | Price, EUR |\n| --- | --- |\n| EU | 4,50 |\n| US | 6,50 |',
    )
    expect((await loadOne('a.csv', 'Telefon;0800 123456\nMail;a@b.example\nSeit;1998\n')).markdown).toBe(
      '|  |  |\n| --- | --- |\n| Telefon | 0800 123456 |\n| Mail | a@b.example |\n| Seit | 1998 |',
    )
  })
})

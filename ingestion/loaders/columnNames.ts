/** What a column of a table of documents is for, and the language of what stands in it where its name says so. */
export interface Column {
  /** The name of a field ("question"), or the header's own words with spaces and signs taken out. */
  field: string
  /** Lower case: `en`, `de-at`. */
  locale: string | null
}

/** Reads a column's name: "Frage", "Q", "question_en", "Answer (German)". */
export function readColumnName(header: string): Column {
  const { rest, locale } = takeLocale(wordsOf(header))
  return { field: fieldOf(rest), locale }
}

/** A language by its tag or its name in English or in itself: "de-at", "German", "Deutsch"; null for anything else. */
export function languageNamed(text: string): string | null {
  const name = text.trim().toLowerCase().replace('_', '-')
  if (/^[a-z]{2}(-[a-z]{2})?$/.test(name) && CODES.includes(name.slice(0, 2)))
    return new Intl.Locale(name).toString()
  return names().get(name) ?? null
}

const wordsOf = (header: string) =>
  header
    .normalize('NFC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    // A tag with a region stays one word.
    .replace(/(?<![\p{L}])([a-z]{2})[-_]([a-z]{2})(?![\p{L}])/giu, (tag, language: string, region: string) =>
      CODES.includes(language.toLowerCase()) ? `${language}~${region}` : tag,
    )
    .toLowerCase()
    .split(/[\s_.:;/()[\]{}|*#?？!-]+/u)
    .filter(Boolean)
    .map((word) => word.replace('~', '-'))

/** A language stands behind or before the name; a name alone has none. `id` is a number, not Indonesian. */
function takeLocale(words: string[]): { rest: string[]; locale: string | null } {
  if (words.length < 2) return { rest: words, locale: null }
  const last = languageNamed(words.at(-1) ?? '')
  if (last) return { rest: words.slice(0, -1), locale: last }
  const first = languageNamed(words[0] ?? '')
  return first ? { rest: words.slice(1), locale: first } : { rest: words, locale: null }
}

/** A name is one of a field's, alone or with a word before it that says whose ("customer question", "question text"). */
function fieldOf(words: string[]): string {
  const whole = words.join('')
  const exact = FIELDS.get(whole)
  if (exact) return exact
  const spoken = words.filter(
    (word) => !/^(the|die|der|das|la|le|el|il|a|o|os|as|de|het|your|ihre?)$/.test(word),
  )
  if (spoken.length === 0 || spoken.length > 3) return whole
  if (spoken.some((word) => NOT_THE_TEXT.test(word))) return whole
  const named = spoken.flatMap((word) => {
    const field = FIELDS.get(word) ?? FIELDS.get(COMPOUND.exec(word)?.[1] ?? '')
    return field === 'question' || field === 'answer' ? [field] : []
  })
  return named.length === 1 && areLong(spoken) ? (named[0] ?? whole) : whole
}

/** "Q" and "A" are names only when they stand alone. */
const areLong = (words: string[]) => words.every((word) => word.length > 1)

/** "Kundenfrage", "klantvraag". */
const COMPOUND = /^\p{L}{3,}(fragen?|antwort(?:en)?|vragen|vraag|antwoord(?:en)?)$/u

const NOT_THE_TEXT =
  /^(ids?|nr|no|num(ber)?|nummer|types?|typ|kind|counts?|status|date|datum|fecha|data|url|link|author|autor|owner|source|quelle|score|rating|length|tags?|category|kategorie)$/

const FIELDS = new Map(
  Object.entries({
    question:
      'question questions q faq frage fragen pregunta preguntas domanda domande pergunta perguntas vraag vragen quesito pytanie pytania fråga frågor spørgsmål spørsmål kysymys otázka otázky вопрос вопросы питання soru sorular kérdés întrebare ερώτηση 質問 問題 问题 提问 질문 السؤال سؤال سوال שאלה प्रश्न',
    answer:
      'answer answers a reply response antwort antworten respuesta respuestas réponse réponses reponse risposta risposte resposta respostas antwoord antwoorden odpowiedź odpowiedzi svar vastaus odpověď odpovědi ответ ответы відповідь cevap yanıt cevaplar válasz răspuns απάντηση 回答 答え 答案 解答 답변 대답 الجواب الإجابة جواب إجابة پاسخ תשובה उत्तर',
    title:
      'title titel titre título titulo titolo tytuł rubrik otsikko název заголовок başlık cím タイトル 标题 標題 제목 عنوان heading betreff',
    text: 'text body content texte texto testo tekst inhalt contenu contenido contenuto conteúdo conteudo inhoud treść innehåll indhold sisältö obsah текст metin içerik szöveg 本文 内容 內容 正文 내용 النص المحتوى article',
    audience: 'audience zielgruppe público publico audiencia pubblico doelgroep målgrupp målgruppe',
    locale:
      'locale lang language sprache idioma langue lingua língua taal język språk sprog kieli jazyk язык dil 言語 语言 語言 언어 اللغة',
  }).flatMap(([field, all]) => all.split(' ').map((name) => [name, field] as const)),
)

const CODES =
  'en de fr es it pt nl pl sv da nb nn fi cs sk hu ro bg hr sr sl el tr ru uk ar fa he hi ja ko zh th vi et lv lt ca ga mt'.split(
    ' ',
  )

/** Names of languages in English and in themselves; made when a header first asks. */
function names(): Map<string, string> {
  known ??= new Map(
    CODES.flatMap((code) =>
      ['en', code].map(
        (language) =>
          [
            (new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code).toLowerCase(),
            code,
          ] as const,
      ),
    ),
  )
  return known
}
let known: Map<string, string> | undefined

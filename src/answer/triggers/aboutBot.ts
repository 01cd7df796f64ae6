import { readingsOf } from '../reading/readings'

/**
 * Whether the customer asks what they are talking to: a bot or a person, in English, German, French or Spanish. Told apart from
 * the wish for a person by its form: it asks what "you" or "this" is, or to whom "I am talking", and ends there.
 */
export const asksAboutBot = (question: string): boolean =>
  readingsOf(question).some(({ words }) =>
    words
      .split(/(?<=[.!?;])\s+/)
      .map((sentence) =>
        sentence
          .replace(/[^\p{L}\p{N}' -]+/gu, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
      )
      .some((sentence) => FORMS.some((form) => form.test(sentence))),
  )

const UP_TO = (count: number): string => String.raw`(?:[\p{L}\p{N}']+ ){0,${count}}?`
const SO = String.raw`^(?:(?:so|and|but|ok|okay|hey|hi|hello|wait|sorry|just|quick question|tell me|honestly|be honest|also|und|aber|sag mal|hallo|et|mais|bonjour|dis|dites(?:-moi)?|y|pero|hola|oye|perdón|una pregunta) )*`

interface Language {
  /** Words for a program or a human being. */
  kinds: string
  /** How the question begins, up to what is asked about. */
  begins: string
  /** What may follow before the sentence ends. */
  ends: string
}

const LANGUAGES: readonly Language[] = [
  {
    kinds: String.raw`(?:chat ?bot|bot|robot|machine|computer|program|software|ai|a i|artificial intelligence|human(?: being)?|person|people|real|alive|somebody|someone|automated|chatgpt|gpt)`,
    begins: String.raw`(?:(?:are|r|aren't|is) (?:you|u|ya)|(?:you're|you are|u r|ur|youre) (?:just |not |only |really )*(?=.*\b(?:right|aren't you|are you|or|correct|huh|yes)\b)|(?:you|u)(?= (?:an? )(?:real )?(?:chat ?bot|bot|robot|machine|ai|human|person))|(?:am|are) (?:i|we) (?:\w+ )?(?:talking|speaking|chatting|writing|typing|messaging|texting|dealing|connected)(?: \w+)? (?:to|with)|(?:do|did) i (?:talk|speak|chat|write) (?:to|with)|(?:is|isn't) (?:this|it|that|there)(?: just| only| actually| really| even)*(?: chat| conversation)?(?= (?:an? |the |some |all |real |actual |live |any )*(?:\w+ )?(?:chat ?bot|bot|robot|machine|ai|human|person|automated|somebody|someone|real)))`,
    ends: String.raw`(?: (?:or|not|and) [\p{L}' ]{1,40}| (?:then|here|there|please|now|right|answering|typing|writing|replying|talking|at all|me|to|actually|correct|huh|yes|no|aren't you|are you|isn't it|service|assistant|i'm|i am|talking|speaking|chatting|with|on the other (?:end|side)|reading this))*$`,
  },
  {
    kinds: String.raw`(?:chat ?bot|bot|roboter|maschine|computer|programm|ki|mensch(?:en)?|person|echt|automat|jemandem?)`,
    begins: String.raw`(?:(?:bist du|sind sie|seid ihr|(?:spreche|rede|schreibe|chatte|chat) ich(?: hier| gerade| eigentlich| jetzt)*(?: mit)?)|ist (?:das|hier|da|dies)(?: hier)?(?= (?:nur |denn |wirklich )*(?:eine? |echte[rs]? )*(?:chat ?bot|bot|roboter|maschine|mensch|ki|computer|programm)))`,
    ends: String.raw`(?: (?:oder|und) [\p{L}' ]{1,40}| (?:hier|denn|eigentlich|dran|da|jetzt|bitte|am apparat|zu tun))*$`,
  },
  {
    kinds: String.raw`(?:chat ?bot|bot|robot|machine|ordinateur|programme|ia|humaine?|être humain|personne|quelqu'un de réel|réelle?)`,
    begins: String.raw`(?:(?:es-tu|êtes-vous|es tu|êtes vous|est-ce que (?:tu es|vous êtes|je parle|c'est|je discute)|tu es|t'es|vous êtes|parle-t-on|suis-je en train de (?:parler|discuter)|je (?:suis en train de )?(?:parle|parler|discute|discuter|suis en ligne))(?: bien| là| ici| vraiment)*(?: à| avec)?|(?:c'est|est-ce)(?= (?:bien )?(?:une? )(?:vraie? )?(?:chat ?bot|bot|robot|machine|ia|humain|personne)))`,
    ends: String.raw`(?: ou [\p{L}' ]{1,40}| (?:là|ici|non|s'il vous plaît|svp|au bout du fil|qui répond|qui me répond))*$`,
  },
  {
    kinds: String.raw`(?:chat ?bot|bot|robot|máquina|maquina|ordenador|programa|ia|humano|humana|ser humano|persona|alguien real|real|contestador)`,
    begins: String.raw`(?:(?:eres|es usted|sois|son ustedes|estoy hablando|hablo|estoy chateando|me (?:contesta|responde|atiende))(?: con)?|esto es(?= (?:una? )?(?:chat ?bot|bot|robot|máquina|maquina|ia|persona)))`,
    ends: String.raw`(?: o [\p{L}' ]{1,40}| (?:de verdad|real|aquí|verdad|no|ahora|por favor))*$`,
  },
]

const FORMS: readonly RegExp[] = [
  ...LANGUAGES.map(({ kinds, begins, ends }) => new RegExp(`${SO}${begins} ${UP_TO(5)}${kinds}${ends}`, 'u')),
  /^(?:so |and |ok |hey |hi )*(?:who|what) (?:exactly )?are you(?: exactly| then)?$/,
  /^(?:so |and |ok |hey |hi )*(?:who|what) (?:am i|are we) (?:talking|speaking|chatting) (?:to|with)(?: here| now)?$/,
  /^what(?:'s| is) your (?:name|favou?rite \w+|age)$|^how old are you$|^who (?:made|created|built|trained|programmed) you$|^which (?:ai|model|llm) (?:are|do) you\b/,
  /^do you (?:have (?:feelings|a soul|emotions|a name)|dream|sleep|love me|like me|speak \w+)$|^(?:can|will) you marry me$|^i love you$/,
  /^(?:und )?(?:wer|was) (?:bist du|sind sie)(?: eigentlich)?$|^wie (?:heißt du|heißen sie|ist dein name|ist ihr name)$|^mit wem (?:spreche|rede|schreibe|chatte) ich(?: hier| gerade)*$/u,
  /^(?:et )?qui (?:es-tu|êtes-vous|es tu|êtes vous)$|^comment (?:tu t'appelles|vous appelez-vous|t'appelles-tu)$|^à qui (?:je parle|ai-je affaire)$/u,
  /^(?:y )?(?:quién|quien|qué|que) (?:eres|es usted)$|^cómo (?:te llamas|se llama)$|^con quién (?:hablo|estoy hablando)$/u,
]

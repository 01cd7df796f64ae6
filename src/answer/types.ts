import type { PolicyInForce } from '../escalation/policy'
import type { Generation } from './generate/types'
import type {
  AnswerMode,
  Audience,
  Degradation,
  EscalationReason,
  OfferedNext,
  RefusalReason,
} from '../vocabulary'

/** What a customer goes through or threatens, which chooses the words that they are told. */
export type SensitiveTopic =
  | 'self_harm'
  | 'threat'
  | 'domestic_abuse'
  | 'safety'
  | 'medical'
  | 'fraud'
  | 'bereavement'
  | 'hardship'
  | 'vulnerability'
  | 'legal'
  | 'payment_dispute'

/** What kind of talk asks nothing of the company's texts; each gets a friendly sentence of its own. */
export type SmallTalk =
  | 'greeting'
  | 'thanks'
  | 'goodbye'
  | 'acknowledged'
  | 'about_bot'
  | 'unclear'
  | 'abuse'
  | 'other'

export interface Message {
  role: 'user' | 'assistant'
  content: string
}

/** One turn of a conversation, parsed and within its limits. */
export interface Turn {
  question: string
  messages: Message[]
  locale: string
  channel: string | null
  conversationId: string | null
  customer: string | null
  /** Epoch milliseconds. */
  at: number
  /** How often this conversation got no answer since it last went to a person, where that is on record. */
  misses?: number
}

/** What an admin set for a bot to offer instead of an answer. */
export interface NextSettings {
  kind: OfferedNext
  url: string | null
  phone: string | null
  hours: string | null
  /** Said instead of our own words, in the first of the bot's languages. */
  words: string | null
}

/** The bot on whose behalf a question is asked. */
export interface AskingBot {
  id: string
  name: string
  audiences: readonly Audience[]
  locales: readonly string[]
  /** Whether a language model may put answers into words of its own; the texts' own unless told. */
  answerMode?: AnswerMode
  /** How generated answers sound: an admin's sentence. */
  tone?: string | null
  /** What it offers where it has no answer; a person unless told. */
  next?: NextSettings | null
}

export interface Escalation {
  reason: EscalationReason
  /** What in the turn led here, for the receipt: the words that matched. */
  evidence: string
  urgency: 'normal' | 'high'
  about?: SensitiveTopic
}

/** A sign in the turn that needs no knowledge to act on. Pure. */
export type Trigger = (turn: Turn) => Escalation | null

export interface Citation {
  number: number
  document: { id: string; collection: 'policies' | 'faqs'; title: string }
  version: number
  releaseId: string
  chunkId: string
  headingPath: string[]
  /** Exactly `release.text.slice(start, end)`. */
  quote: string
  start: number
  end: number
  contentHash: string
  validFrom: string
}

export interface Sentence {
  text: string
  /** Numbers of the citations that support it; never empty. */
  citations: number[]
}

/** What was decided, before it is stored and shown. */
export type Decision =
  | {
      outcome: 'answered'
      mode: AnswerMode
      sentences: Sentence[]
      citations: Citation[]
      confidence: number
      /** Something else was asked in the same turn, and is not answered. */
      partly?: boolean
    }
  | { outcome: 'clarify'; question: string; options: string[]; confidence: number }
  | {
      outcome: 'escalated'
      reason: EscalationReason
      evidence: string
      urgency: 'normal' | 'high'
      confidence: number | null
      about?: SensitiveTopic
      /** What it may be too: the customer is told of that as well. */
      beside?: 'self_harm'
      /** The topic that people alone answer, where that is why. */
      topic?: { name: string; queue: string | null }
      /** Why the texts did not answer, where a person takes over for want of an answer. */
      missed?: RefusalReason
    }
  | {
      outcome: 'refused'
      reason: RefusalReason
      confidence: number | null
      talk?: SmallTalk
      /** In the words of a text that says that there is no advice on it; absent for any other refusal. */
      sentences?: Sentence[]
      citations?: Citation[]
    }

/** A question as it was searched for. */
export interface Searched {
  /** In whole words, its slips mended. */
  question: string
  /** What topics say is the same. */
  synonyms: string[]
}

/** The policy by which a turn was handed over, at epoch ms. */
export interface EscalatedBy {
  policy: PolicyInForce
  at: number
  /** Of what it may be too. */
  beside?: PolicyInForce
}

export interface Resolution {
  decision: Decision
  /** Considered passages, best first, with both legs' scores. */
  considered: import('../retrieval/types').RankedPassage[]
  degraded: Degradation[]
  /** Milliseconds by stage. */
  timings: Record<string, number>
  /** What was searched for; absent when nothing was. */
  searched?: Searched
  /** What confidence was computed from, by name; absent when nothing was retrieved. */
  features?: Record<string, number>
  /** What a language model had to do with it; absent when none was to. */
  generation?: Generation
  /** The policy by which it goes to a person, and when; absent where it does not. */
  escalatedBy?: EscalatedBy
  /** How likely the turn was small talk or about nothing of ours, 0 to 1; absent where nothing read it. */
  aside?: number
}

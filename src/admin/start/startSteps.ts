import { may } from '../../governance/permissions'
import { SET_UP_DAYS } from '../../governance/accounts'
import type { Actor } from '../../governance/types'
import { listHref, tryHref, WAITING_HREF, IMPORT_HREF } from '../links'

/** How far an installation has come. */
export interface StartState {
  texts: number
  /** A text that is still a draft, as an address; null when there is none. */
  draftHref: string | null
  inReview: number
  signed: number
  /** People who may write, without this one. */
  otherWriters: number
  /** People who may sign, without this one. */
  otherSigners: number
  bots: number
  /** A bot was asked: by a customer, or by this person in Try it. */
  asked: boolean
}

/** One of the three things that a new installation needs. */
export interface StartStep {
  title: string
  done: boolean
  /** What it takes, for this person. */
  words: string
  links: { label: string; href: string }[]
}

/** The first three steps as this person can take them; those that are not theirs say whose they are. */
export const startSteps = (state: StartState, viewer: Actor): StartStep[] => [
  { title: 'Bring in or write a text', done: state.texts > 0, ...bringIn(state, viewer) },
  { title: 'Have it signed', done: state.signed > 0, ...haveSigned(state, viewer) },
  { title: 'Make a bot and ask it', done: state.bots > 0 && state.asked, ...askBot(state, viewer) },
]

type Way = Pick<StartStep, 'words' | 'links'>

/** Whoever makes an account counts as one hand with it for some days: an admin alone would write what nobody can sign. */
const ONE_HAND = `For ${SET_UP_DAYS} days, people whom you add cannot sign what you wrote yourself`

const ADD_PERSON = { label: 'Add a person', href: `${listHref('users')}/create` }

const bringIn = ({ otherWriters }: StartState, viewer: Actor): Way =>
  may(viewer, 'managePeople') && !otherWriters
    ? {
        words: `Add a person who writes (role “author”), who drops the files that you have or writes a text. ${ONE_HAND}.`,
        links: [ADD_PERSON, { label: 'Bring in files', href: IMPORT_HREF }],
      }
    : may(viewer, 'writeTexts')
      ? {
          words:
            'Drop the files that you have: each becomes a draft that you can read first. Or write one here.',
          links: [
            { label: 'Bring in files', href: IMPORT_HREF },
            { label: 'Write a policy', href: `${listHref('policies')}/create` },
            { label: 'Write an FAQ', href: `${listHref('faqs')}/create` },
          ],
        }
      : { words: 'Authors bring texts in. You will read what they wrote.', links: [] }

const haveSigned = ({ otherSigners, draftHref, inReview }: StartState, viewer: Actor): Way => {
  const admin = may(viewer, 'managePeople')
  if (may(viewer, 'reviewTexts') && inReview)
    return {
      words: 'A text waits for a signature. Read it, and sign and publish it if you did not write it.',
      links: [{ label: 'See what waits', href: WAITING_HREF }],
    }
  if (!otherSigners)
    return {
      words: `Nobody signs what they wrote. ${admin ? 'Add' : 'Ask an admin to add'} a person with the role “approver”.`,
      links: admin ? [ADD_PERSON] : [],
    }
  if (inReview)
    return {
      words: `A text was sent for review and waits for an approver’s signature.${admin ? ` ${ONE_HAND}.` : ''}`,
      links: admin ? [{ label: 'See what waits', href: WAITING_HREF }] : [],
    }
  return {
    words: `Send the draft for review; an approver other than its author signs and publishes it.${admin ? ` ${ONE_HAND}.` : ''}`,
    links: draftHref ? [{ label: 'Open the draft', href: draftHref }] : [],
  }
}

const askBot = ({ bots }: StartState, viewer: Actor): Way => {
  if (bots)
    return {
      words: 'Ask something that the signed text answers, then something that it does not.',
      links: [{ label: 'Ask it', href: tryHref() }],
    }
  return may(viewer, 'manageBots')
    ? {
        words:
          'A bot says whose texts may be passed on. Its key is what your web site or chat tool asks with.',
        links: [{ label: 'Make a bot', href: `${listHref('bots')}/create` }],
      }
    : { words: 'An admin makes the bot that answers from signed texts.', links: [] }
}

import type { SignInRefusal } from '../governance/signIn'
import type { ProviderFailure } from './failures'

/** Why somebody who wanted to sign in through the provider is not in. */
export type SignInProblem =
  | SignInRefusal
  | ProviderFailure
  | 'not_begun'
  | 'other_person'
  | 'too_many'
  | 'not_configured'
  | 'went_wrong'

const AGAIN = 'Nothing was changed. Try again.'

/** In words for the person: what happened, and what to do. `{it}` is the provider. */
const WORDS: Record<SignInProblem, string> = {
  down: '{it} cannot be reached. Try again in a few minutes. If you have a password here, sign in with it below.',
  misconfigured:
    '{it} and Vouch are not set up for each other. Ask whoever runs Vouch to run “vouch doctor”. If you have a password here, sign in with it below.',
  cancelled: `You did not sign in at {it}. ${AGAIN}`,
  refused: `{it} did not sign you in. ${AGAIN} If it stays so, ask whoever looks after {it}.`,
  not_proved: `What {it} said of you could not be proved. ${AGAIN} If it stays so, ask whoever runs Vouch to look in its log.`,
  no_group: 'None of your groups at {it} is known to Vouch. Ask an admin which group you need.',
  groups_unknown:
    '{it} did not say which groups you are in, for there are too many. Ask whoever looks after it to send Vouch its own groups alone.',
  email_unverified:
    '{it} does not say that your e-mail address is verified. Confirm it there, or ask whoever looks after it.',
  email_domain:
    'Your e-mail address at {it} is not one of the company’s. Sign in there as your work account.',
  left: 'This account is closed. Ask an admin.',
  nobody_here: 'Nobody is here yet. The first person makes their account with the form on this page.',
  connect_first:
    'There is an account with your e-mail address here already. Sign in with its password below, then connect it: your name, “How you sign in”.',
  address_taken:
    'Another account here has your e-mail address, and signs in at {it} as somebody else. Ask an admin to give that account another address.',
  connected_elsewhere:
    'This account signs in at {it} as somebody else, or you sign in to another account. Sign out at {it} and choose the right person there, or ask an admin.',
  last_local_admin:
    'You are the last admin with a password. Somebody must get in while {it} is down: keep yours, or make another admin first.',
  not_genuine:
    'This account was changed behind Vouch’s back, so nobody can sign in with it. Ask an admin to run: npm run -s vouch -- verify',
  not_begun: 'This sign-in was not begun in this browser, took too long, or is over. Begin again.',
  other_person: 'You are signed in as somebody else than the person who began. Begin again.',
  too_many: 'Too many attempts from here. Try again in ten minutes.',
  not_configured: 'Nobody can sign in through a provider here: none is set up.',
  went_wrong: 'Something that this needs is not working. Try again shortly.',
}

/** What a person reads; null for what is no problem that we know. */
export function problemWords(problem: string, provider: string): string | null {
  return Object.hasOwn(WORDS, problem) ? WORDS[problem as SignInProblem].replaceAll('{it}', provider) : null
}

/**
 * Whoever makes an account, or sets its roles, password or address, could sign with it. For some days the two therefore
 * count as one hand: what one of them wrote the other does not sign, and what one of them signed the other does not publish.
 */
export const SET_UP_DAYS = 7

const DAY_MS = 86_400_000

/** Something that was done to an account, as the audit log has it. `at` is epoch ms. */
export interface AccountAct {
  account: string
  by: string
  at: number
  /** As the audit log names it. */
  action: string
}

/** Ids of those who set an account up, other than its own person, within the days before `from` until `to` (epoch ms). */
export const setUpBy = (
  acts: readonly AccountAct[],
  account: string,
  { from, to }: { from: number; to: number },
): string[] => {
  const since = from - SET_UP_DAYS * DAY_MS
  const own = acts.filter((act) => act.account === account && act.at > since && act.at <= to)
  return [...new Set(own.map(({ by }) => by))].filter((by) => by !== account)
}

/** Fields of an account whose change puts it in the hand of who changed them. */
export const ACCOUNT_FIELDS = ['roles', 'email', 'leftAt'] as const

/** Actions of the audit log that set an account up whatever they say besides. */
export const SET_UP_ACTIONS = [
  'user.created',
  'user.password_changed',
  'right.asked',
  'right.confirmed',
  'user.second_factor_reset',
] as const

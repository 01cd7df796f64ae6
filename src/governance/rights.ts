import type { Role } from '../vocabulary'
import { onlyWho } from './permissionWords'
import { may } from './permissions'

/** Roles that decide what bots may say, or who may decide it: given by one person, they take effect when a second agrees. */
export const RIGHTS = ['approver', 'compliance', 'admin'] as const satisfies readonly Role[]

export interface PersonWithRights {
  id: string
  name: string
  roles: readonly Role[]
}

/** The rights among these roles that a person did not have before. */
export const rightsAdded = (before: readonly Role[], after: readonly Role[]): Role[] =>
  RIGHTS.filter((right) => after.includes(right) && !before.includes(right))

/**
 * Those who may be the second person beside `asker`: not whom it is about, nor whose account the asker made lately. Nobody
 * means that the asker is alone: then what they give takes effect at once, or no installation could begin.
 * @param madeLately ids of accounts that the asker made within the last days.
 */
export const secondPeople = (
  people: readonly PersonWithRights[],
  { asker, about, madeLately }: { asker: string; about: string | null; madeLately: readonly string[] },
): PersonWithRights[] =>
  people.filter(
    (person) =>
      mayConfirm(person) && person.id !== asker && person.id !== about && !madeLately.includes(person.id),
  )

const mayConfirm = (person: PersonWithRights): boolean => may(person, 'confirmRights')

/** Whether fewer than two people here could look at each other’s rights. */
export const isOneAdmin = (people: readonly PersonWithRights[]): boolean =>
  people.filter(mayConfirm).length < 2

/** What doctor and Today say where one person alone gives rights; null where two can look at each other’s, or nobody is here yet. */
export const oneAdminAdvice = (people: readonly PersonWithRights[]): string | null =>
  people.filter(mayConfirm).length === 1 ? ONE_ADMIN : null

const ONE_ADMIN =
  'One person alone decides here who may sign: there is no second admin and nobody from compliance. Give one of these roles to another person; from then on rights to sign take two.'

/** Why this person may not confirm or refuse what `asker` gives; null when they may. */
export const refuseConfirming = (
  person: PersonWithRights & { setUpBy?: readonly string[] },
  { asker, about, askerSetUpBy }: { asker: string; about: string | null; askerSetUpBy: readonly string[] },
): string | null => {
  if (!may(person, 'confirmRights')) return onlyWho('confirmRights')
  if (person.id === asker) return 'You asked for it yourself; another admin, or compliance, must confirm it.'
  if (person.id === about) return 'It is your own right; another admin, or compliance, must confirm it.'
  if ((person.setUpBy ?? []).includes(asker) || askerSetUpBy.includes(person.id))
    return 'One of you set up the other’s account lately, so you count as one person; somebody else must confirm it.'
  return null
}

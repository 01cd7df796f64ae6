import type { Role } from '../vocabulary'

/** Of the first person of an installation: someone must be able to add the others. */
export const ROLES_OF_FIRST_PERSON: Role[] = ['admin']

/** Of a person for whom nobody chose others, and of the importer, which signs nothing. */
export const ROLES_WHEN_NONE_CHOSEN: Role[] = ['author']

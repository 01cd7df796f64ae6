import type { CollectionConfig, Condition, FieldAccess, PayloadRequest } from 'payload'
import { select } from 'payload/shared'
import { ROLES_WHEN_NONE_CHOSEN } from '../../src/governance/startingRoles'
import { may } from '../../src/governance/permissions'
import { byCommand } from '../../src/records/byCommand'
import { ROLES } from '../../src/vocabulary'
import { fieldWhoMay, nobody, signedIn, whoMay } from '../access/roles'
import { auditChanges } from '../audit/auditChanges'
import { refuseDeleting } from '../audit/refuseDeleting'
import { idField } from '../fields/id'
import { updatedAt } from '../fields/moments'
import { options } from '../fields/options'
import { refuseForgedAccount, refuseForgedLink } from './genuineAccount'
import { endSessionsOfConnected, refuseBeyondGroups, refusePasswordOfConnected } from './connected'
import { makeFirstPersonAdmin, tellFirstPerson } from './firstPerson'
import { handOverWhenLeft } from './handOverWhenLeft'
import { endSessionsOfLeavers, refuseLeavers } from './leavers'
import { forgetWrongPasswords, limitSignIn, refuseEvenly } from './limitSignIn'
import { currentPasswordField, requireCurrentPassword } from './ownPassword'
import { refuseWeakPassword, refuseWeakReset } from './passwordRules'
import { askForRoles, holdRoles, waitsForRoles } from '../rights/holdRights'
import { askForCode, auditWrongCode, readSecondStep, showRecoveryCodes } from './secondFactor/askForCode'
import { endSessionsWhenDue, refuseRefreshWhenDue } from './secondFactor/whenDue'
import { selfOrAdmin } from './selfOrAdmin'
import {
  auditFailedSignIn,
  auditForgottenPassword,
  auditPasswordChange,
  auditPasswordReset,
  auditSignIn,
  auditSignOut,
} from './signIn'
import { notePassword, tellOwner } from './tellOwner'
import { uniqueName } from './uniqueName'

const mayHaveNone = (req: PayloadRequest): boolean => waitsForRoles(req) || Boolean(req.context[byCommand])

/** Whose password alone opens an account is for nobody else to know. */
const ownOrAdmins: FieldAccess = ({ req: { user }, doc }) =>
  user?.collection === 'users' && (may(user, 'managePeople') || user.id === doc?.['id'])

/** Not on the form of the first person. */
const someoneIsSignedIn: Condition = (_data, _siblings, { user }) => Boolean(user)

export const Users: CollectionConfig = {
  slug: 'users',
  // An account that strangers can lock is theirs to lock: attempts are limited by where they come from (attempts.ts).
  auth: { maxLoginAttempts: 1_000_000_000, tokenExpiration: 8 * 60 * 60 },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'roles', 'secondFactor', 'updatedAt'],
    group: 'Set-up',
    description:
      'Authors write, approvers and compliance sign, QA reviewers work the gaps, agents the hand-overs, admins run the place.',
    components: { Description: '/src/admin/lists/ListDescription#ListDescription' },
  },
  access: {
    admin: ({ req }) => req.user?.collection === 'users',
    read: signedIn,
    create: whoMay('managePeople'),
    update: selfOrAdmin,
    delete: whoMay('managePeople'),
    unlock: whoMay('managePeople'),
  },
  hooks: {
    beforeOperation: [
      limitSignIn,
      readSecondStep,
      refuseForgedLink,
      refuseWeakReset,
      refuseRefreshWhenDue,
      endSessionsOfConnected,
    ],
    // The last: whoever is refused is not asked for a code.
    beforeLogin: [refuseLeavers, refuseForgedAccount, refusePasswordOfConnected, askForCode],
    afterLogin: [auditSignIn, forgetWrongPasswords],
    afterLogout: [auditSignOut],
    afterForgotPassword: [auditForgottenPassword],
    afterOperation: [auditPasswordReset, showRecoveryCodes],
    afterError: [auditFailedSignIn, auditWrongCode, refuseEvenly],
    beforeValidate: [refuseWeakPassword],
    beforeChange: [
      uniqueName,
      makeFirstPersonAdmin,
      refuseBeyondGroups,
      holdRoles,
      requireCurrentPassword,
      endSessionsOfLeavers,
      endSessionsWhenDue,
      auditPasswordChange,
      notePassword,
    ],
    afterChange: [
      ...auditChanges('user').afterChange,
      tellFirstPerson,
      askForRoles,
      tellOwner,
      handOverWhenLeft,
    ],
    beforeDelete: [
      refuseDeleting(
        'Set “Left on” instead: they can no longer sign in, and their texts go to the leads of their topics.',
      ),
    ],
    afterDelete: auditChanges('user').afterDelete,
  },
  fields: [
    idField,
    { name: 'name', type: 'text', required: true, maxLength: 120 },
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      required: true,
      saveToJWT: true,
      options: options(ROLES),
      // While a right waits for a second person, someone may have no other role; nor has who is gone at the provider.
      validate: (roles, args) => (!roles?.length && mayHaveNone(args.req)) || select(roles, args),
      admin: {
        components: {
          Cell: '/src/admin/people/RolesCell#RolesCell',
          Field: '/src/admin/people/RolesField#RolesField',
        },
      },
      defaultValue: ROLES_WHEN_NONE_CHOSEN,
      access: { create: fieldWhoMay('managePeople'), update: fieldWhoMay('managePeople') },
    },
    {
      name: 'mail',
      type: 'select',
      defaultValue: 'digest',
      label: 'E-mail about texts',
      options: [
        { label: 'One digest a day', value: 'digest' },
        { label: 'At once', value: 'at_once' },
        { label: 'Only what is urgent', value: 'urgent' },
      ],
      admin: { position: 'sidebar', condition: someoneIsSignedIn },
    },
    {
      name: 'gapDigest',
      type: 'checkbox',
      defaultValue: true,
      label: 'Each week, how my gaps stand',
      admin: {
        position: 'sidebar',
        condition: someoneIsSignedIn,
        description: 'A notice on Monday while gaps are yours. It is mailed as you chose above.',
      },
    },
    {
      name: 'leftAt',
      type: 'date',
      index: true,
      label: 'Left on',
      access: { create: fieldWhoMay('managePeople'), update: fieldWhoMay('managePeople') },
      admin: {
        position: 'sidebar',
        condition: someoneIsSignedIn,
        description: 'From then on they cannot sign in, and their texts belong to the leads of their topics.',
      },
    },
    currentPasswordField,
    /** Whether there is one; the factor itself is in a collection that nobody reads (SecondFactors.ts). */
    {
      name: 'secondFactor',
      type: 'checkbox',
      label: 'Second factor',
      access: { create: nobody, update: nobody, read: ownOrAdmins },
      admin: {
        disableBulkEdit: true,
        condition: someoneIsSignedIn,
        components: {
          Cell: '/src/admin/people/SecondFactorCell#SecondFactorCell',
          Field: '/src/admin/people/SecondFactor#SecondFactor',
        },
      },
    },
    /** Payload’s own, and what each was begun with. */
    { name: 'sessions', type: 'array', fields: [{ name: 'device', type: 'text' }] },
    {
      name: 'signedIn',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: { Field: '/src/admin/people/Sessions#Sessions' },
      },
    },
    {
      name: 'rights',
      type: 'ui',
      admin: {
        position: 'sidebar',
        disableListColumn: true,
        components: { Field: '/src/admin/people/PendingRights#PendingRights' },
      },
    },
    {
      name: 'signIn',
      type: 'ui',
      admin: {
        position: 'sidebar',
        disableListColumn: true,
        components: { Field: '/src/admin/signIn/HowTheySignIn#HowTheySignIn' },
      },
    },
    updatedAt,
  ],
}

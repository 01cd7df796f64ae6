import type { Field } from 'payload'
import { ESCALATION_TITLES } from '../src/escalation/builtIn'
import { ESCALATION_LABELS, ESCALATION_ROLES, HELP_LINES, URGENCIES, WEEKDAYS } from '../src/vocabulary'
import { options } from './fields/options'
import { refuseUnsafePolicy } from './governed/refuseUnsafePolicy'
import { governedCollection } from './governed/governedCollection'

const ROLE_WORDS: Record<(typeof ESCALATION_ROLES)[number], string> = {
  resolve: 'Resolve: the bot answers from the texts',
  assist: 'Assist: a colleague answers, with the bot’s help',
  escalate: 'Escalate: a person takes over',
}

const LINE_WORDS: Record<(typeof HELP_LINES)[number], string> = {
  emergency: 'Emergency number',
  crisisLine: 'Crisis line',
  poisonCentre: 'Poison centre',
  abuseLine: 'Abuse helpline',
}

const list = (name: string, label: string, description: string): Field => ({
  name,
  type: 'text',
  hasMany: true,
  maxRows: 200,
  maxLength: 1000,
  label,
  admin: { description },
})

const handling: Field[] = [
  {
    name: 'label',
    type: 'select',
    required: true,
    index: true,
    options: ESCALATION_LABELS.map((value) => ({ value, label: ESCALATION_TITLES[value] })),
    admin: { description: 'What a customer’s message is read as. Each has one policy.' },
  },
  {
    name: 'role',
    type: 'select',
    required: true,
    defaultValue: 'escalate',
    options: ESCALATION_ROLES.map((value) => ({ value, label: ROLE_WORDS[value] })),
  },
  { name: 'urgency', type: 'select', required: true, defaultValue: 'normal', options: options(URGENCIES) },
  {
    name: 'threshold',
    type: 'number',
    min: 0,
    max: 1,
    admin: {
      step: 0.01,
      description:
        'From which probability on a message is taken for this, 0 to 1. Empty: as the classifier was fitted.',
    },
  },
  {
    name: 'queue',
    type: 'text',
    maxLength: 80,
    admin: { description: 'The team that takes over. Empty: the team of the topic.' },
  },
]

const words: Field = {
  name: 'words',
  type: 'array',
  label: 'What the customer is told',
  labels: { singular: 'Language', plural: 'Languages' },
  maxRows: 40,
  admin: {
    description:
      'In a language that is not here, the words that ship with Vouch. {emergency}, {crisisLine}, {poisonCentre} and {abuseLine} become the number of the customer’s country; words in [square brackets] are left out where it has none.',
    initCollapsed: true,
  },
  fields: [
    {
      name: 'locale',
      type: 'text',
      required: true,
      maxLength: 16,
      label: 'Language',
      admin: { description: 'Such as en, de or en-IE.' },
    },
    { name: 'text', type: 'textarea', required: true, maxLength: 2000, label: 'Words' },
    {
      name: 'outside',
      type: 'textarea',
      maxLength: 2000,
      label: 'Outside opening hours',
      admin: { description: 'Empty: the same words.' },
    },
  ],
}

const numbers: Field = {
  // Payload has tables of its own that end in numbers.
  name: 'helplines',
  type: 'array',
  label: 'Numbers to call',
  maxRows: 200,
  admin: {
    description: 'For countries whose number is another than the one that ships.',
    initCollapsed: true,
  },
  fields: [
    { name: 'country', type: 'text', required: true, minLength: 2, maxLength: 2 },
    {
      name: 'line',
      type: 'select',
      required: true,
      options: HELP_LINES.map((value) => ({ value, label: LINE_WORDS[value] })),
    },
    { name: 'number', type: 'text', required: true, maxLength: 200, label: 'Name and number' },
  ],
}

const time = { type: 'text', required: true, minLength: 5, maxLength: 5 } as const

const hours: Field[] = [
  {
    name: 'openingHours',
    type: 'array',
    label: 'Opening hours',
    maxRows: 20,
    admin: { description: 'When somebody of the team is there. Empty: always.', initCollapsed: true },
    fields: [
      { name: 'days', type: 'select', hasMany: true, required: true, options: options(WEEKDAYS) },
      { name: 'from', ...time, defaultValue: '09:00' },
      { name: 'to', ...time, defaultValue: '17:00' },
    ],
  },
  { name: 'timeZone', type: 'text', defaultValue: 'Europe/London', maxLength: 60, label: 'Time zone' },
  {
    name: 'outsideQueue',
    type: 'text',
    maxLength: 80,
    label: 'Who takes over outside of them',
    admin: { description: 'Empty: the same team, when it is back.' },
  },
]

/** When a person takes over, and what is said then: signed like every text, and never quoted. */
export const EscalationPolicies = governedCollection({
  slug: 'escalation-policies',
  useAsTitle: 'title',
  labels: { singular: 'Escalation policy', plural: 'Escalation' },
  group: 'Set-up',
  list: '/src/admin/escalation/EscalationRoom#EscalationRoom',
  defaultColumns: ['title', 'label', 'role', 'workflowState', 'updatedAt'],
  teaching:
    'When a person takes over, which team, and what the customer is told. It holds once someone other than its author has signed it.',
  check: refuseUnsafePolicy,
  fields: [
    { name: 'title', type: 'text', required: true, maxLength: 300 },
    ...handling,
    words,
    numbers,
    ...hours,
    list('steps', 'Next steps for the colleague', 'In the order to do them.'),
    list('fires', 'Messages that fire', 'Whole messages that are for this, in customers’ words.'),
    list('lookalikes', 'Messages that only look so', 'Whole messages that look like this and are not.'),
    list(
      'always',
      'Phrases that always fire',
      'Words that decide wherever they stand, written as customers do.',
    ),
    list('never', 'Phrases that never fire', 'A message with one of these is not taken for this.'),
  ],
})

import type { Transition } from '../../src/governance/types'
import type { GovernedCollection } from '../../src/vocabulary'

type Who = 'author' | 'approver' | 'compliance'

/** A text of the seeded house, and how far it is walked. */
export interface SeedText {
  collection: GovernedCollection
  title: string
  markdown: string
  audience?: string
  riskTier?: string
  effectiveInDays?: number
  expiresInDays?: number
  steps: [Transition, Who, string?][]
  /** A later edit of the published text. */
  edit?: { markdown: string; steps: SeedText['steps'] }
}

const PUBLISHED: SeedText['steps'] = [
  ['submit', 'author'],
  ['approve', 'approver', 'Checked against the terms of sale.'],
  ['publish', 'approver'],
]

export const TEXTS: SeedText[] = [
  {
    collection: 'policies',
    title: 'Returns',
    markdown: `## When

You can return goods within 30 days of delivery.

## Electronics

Laptops and phones can be returned within 30 days of delivery when the seal is unbroken.

| Goods | Days |
| --- | --- |
| Books | 30 |
| Electronics | 30 |

## What it costs

Sending goods back is free.`,
    steps: PUBLISHED,
    edit: {
      markdown:
        '## When\n\nYou can return goods within 60 days of delivery.\n\n## What it costs\n\nSending goods back is free.',
      steps: [],
    },
  },
  {
    // Changed, withdrawn and signed again by the story alone: the other files share the house.
    collection: 'policies',
    title: 'Hire of tools',
    markdown:
      '## How long\n\nYou can hire a tool for at most 30 days.\n\n## What it costs\n\nA deposit of €50 is given back when the tool is.',
    steps: PUBLISHED,
    edit: {
      markdown:
        '## How long\n\nYou can hire a tool for at most 60 days.\n\n## What it costs\n\nA deposit of €50 is given back when the tool is.',
      steps: [],
    },
  },
  {
    collection: 'policies',
    title: 'Delivery',
    markdown:
      '## How long\n\nParcels arrive within 2 to 4 working days.\n\n## What it costs\n\nDelivery costs €4.90.',
    expiresInDays: 9,
    steps: PUBLISHED,
  },
  {
    collection: 'policies',
    title: 'Refunds',
    markdown: 'We refund the price to the card that was used within 5 working days of receiving the goods.',
    riskTier: 'sensitive',
    steps: [['submit', 'author']],
  },
  {
    collection: 'policies',
    title: 'Customers in financial difficulty',
    markdown: 'Offer a payment plan of up to 12 months. Never charge interest on it.',
    audience: 'agent',
    riskTier: 'regulated',
    steps: [
      ['submit', 'author'],
      ['approve', 'approver', 'Fine with me.'],
    ],
  },
  {
    collection: 'policies',
    title: 'Warranty',
    markdown: 'Everything that we sell has a warranty of 2 years.',
    steps: [
      ['submit', 'author'],
      ['request_changes', 'approver', 'Say what the warranty does not cover.'],
    ],
  },
  {
    collection: 'policies',
    title: 'Winter opening hours',
    markdown: 'From 1 December our shops open from 9 to 21.',
    effectiveInDays: 12,
    steps: PUBLISHED,
  },
  {
    collection: 'policies',
    title: 'Price promise',
    markdown: 'We match the price of any shop in the country.',
    steps: PUBLISHED.slice(0, 2),
  },
  {
    collection: 'faqs',
    title: 'How do I change my e-mail address?',
    markdown: 'Open your account, choose “Profile”, and enter the new address. We send a link to confirm it.',
    steps: [['submit', 'author']],
  },
  {
    collection: 'faqs',
    title: 'Can I collect my order in a shop?',
    markdown: 'Yes. Choose “Collect in shop” when you pay; we keep it for 7 days.',
    steps: PUBLISHED,
  },
  {
    collection: 'faqs',
    title: 'Do you gift-wrap?',
    markdown: 'Yes, for €3 an item.',
    steps: [],
  },
]

import type { Field, TextFieldSingleValidation } from 'payload'
import { OFFERED_NEXT, type OfferedNext } from '../../src/vocabulary'

interface Siblings {
  kind?: OfferedNext
  phone?: string | null
  hours?: string | null
}

const isPage = ({ kind }: Siblings = {}): boolean => kind === 'link' || kind === 'form'

/** An address that customers can open: nothing else is told them. */
const validateUrl: TextFieldSingleValidation = (url, { siblingData }) => {
  if (!isPage(siblingData as Siblings)) return true
  if (!url)
    return 'Customers are sent to this page: give its whole address, such as https://example.com/help.'
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
    ? true
    : 'This is not the address of a page. Write it whole, such as https://example.com/help.'
}

const validatePhone: TextFieldSingleValidation = (phone, { siblingData }) => {
  const { kind, hours } = siblingData as Siblings
  if (kind !== 'phone' || phone || hours) return true
  return 'Give a number to call, or the hours at which people are there.'
}

const LABELS: Record<OfferedNext, string> = {
  person: 'A colleague, who takes over when the customer says yes',
  link: 'A page',
  form: 'A form',
  phone: 'A number to call, and its hours',
}

/** What a bot offers a customer whom it cannot answer. */
export const nextStep: Field = {
  name: 'next',
  type: 'group',
  label: 'When there is no answer',
  admin: { description: 'Told with every refusal, so that nobody is left without a way on.' },
  fields: [
    {
      name: 'kind',
      type: 'select',
      label: 'Offer',
      defaultValue: 'person',
      options: OFFERED_NEXT.map((value) => ({ value, label: LABELS[value] })),
    },
    {
      name: 'url',
      type: 'text',
      label: 'Address of the page or form',
      maxLength: 500,
      validate: validateUrl,
      admin: { condition: (_, siblings) => isPage(siblings as Siblings) },
    },
    {
      name: 'phone',
      type: 'text',
      label: 'Number to call',
      maxLength: 40,
      validate: validatePhone,
      admin: { condition: (_, { kind }) => kind === 'phone' },
    },
    {
      name: 'hours',
      type: 'text',
      maxLength: 120,
      admin: {
        description: 'Such as: Monday to Friday, 8 am to 6 pm.',
        condition: (_, { kind }) => kind === 'phone',
      },
    },
    {
      name: 'words',
      type: 'text',
      label: 'In your own words',
      maxLength: 300,
      admin: {
        description:
          'A sentence in the first of this bot’s languages. Without one, and in its other languages, it says so in ours.',
      },
    },
  ],
}

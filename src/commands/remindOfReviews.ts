import type { Payload } from 'payload'
import { notify, type Notice } from '../records/notify'
import { inTransaction } from '../database/transaction'
import { GRACE_DAYS } from '../governance/verification'
import { readResponsible, type Responsible } from '../records/responsible'
import { dueBy, readTextsInForce, type TextInForce } from './textsInForce'

const DAY_MS = 86_400_000
/** Owners of overdue texts are reminded this often. */
const AGAIN_DAYS = 7

/**
 * Tells people of texts in force that must be confirmed: the owner once when one falls due and every week while it is
 * overdue, the topic's lead once when it is overdue. Without an owner the lead is told instead, without a lead the admins.
 * Run again it tells nobody twice.
 * @returns how many texts are due or overdue.
 */
export const remindOfReviews = (
  payload: Payload,
  { now = Date.now() }: { now?: number } = {},
): Promise<{ due: number; overdue: number }> =>
  inTransaction({ payload }, async (req) => {
    const where = dueBy(new Date(now).toISOString())
    const texts = await readTextsInForce(payload, { where, now, req })
    const responsible = await readResponsible(payload, req)
    for (const text of texts)
      for (const notice of noticesOf(text, { responsible, now })) await notify(req, notice)
    const overdue = texts.filter(({ verification }) => verification === 'overdue').length
    return { due: texts.length - overdue, overdue }
  })

const noticesOf = (
  text: TextInForce,
  { responsible, now }: { responsible: Responsible; now: number },
): Notice[] => {
  const { id, collection, title, version, reviewAt } = text
  const owner = responsible.owner(text.owner)
  const leads = responsible.leads(text.topic)
  const to = owner ? [owner] : leads
  const common = { href: `/admin/collections/${collection}/${id}` }
  const occasion = `${id}:${reviewAt ?? 'never'}`
  const ownerless = owner ? '' : ' It has no owner: name one.'
  if (text.verification === 'due')
    return [
      {
        ...common,
        to,
        kind: 'review_due',
        title: `“${title}” v${version} is due: is it still true?`,
        body: `Press “Still true” if it is, or write a new version. In ${GRACE_DAYS} days it counts as overdue.${ownerless}`,
        key: `review_due:${occasion}`,
      },
    ]
  const since = Date.parse(reviewAt ?? '') + GRACE_DAYS * DAY_MS
  const week = Math.floor((now - since) / (AGAIN_DAYS * DAY_MS))
  const overdue = {
    ...common,
    kind: 'review_overdue',
    title: `“${title}” v${version} is overdue: nobody confirmed that it is still true`,
  }
  return [
    {
      ...overdue,
      to,
      body: `Press “Still true” if it is, or write a new version, or withdraw it.${ownerless}`,
      key: `review_overdue:${occasion}:week ${week}`,
    },
    {
      ...overdue,
      to: owner ? leads.filter((lead) => lead !== owner) : [],
      body: 'Its owner was told and has not acted. See that someone does.',
      key: `review_overdue:${occasion}:lead`,
    },
  ]
}

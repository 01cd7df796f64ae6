import { Button } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { whetherSaid } from '../../commands/proofs/said'
import { getDeps } from '../../deps'
import { sentenceOf } from '../../errors'
import { may } from '../../governance/permissions'
import { SAID_HREF } from '../links'
import { Room } from '../Room'
import { RoomHead } from '../RoomHead'
import { viewerOf } from '../viewer'
import { Verdict } from './Verdict'

/** Did a bot ever say this? With receipts and signatures, or a no that rests on the audit log. */
export const SaidRoom = (view: AdminViewServerProps) => {
  const asked = view.searchParams?.['text']
  const text = (typeof asked === 'string' ? asked : '').trim()
  const viewer = viewerOf(view.initPageResult.req.user)
  return (
    <Room view={view} address={SAID_HREF}>
      <RoomHead
        title="Said"
        line="Did a bot ever say this? Every receipt is searched, and a no counts only when all of them are there as they were stored."
      />
      <form method="get" action={SAID_HREF} className="vouch-try__form vouch-ask-said">
        <label htmlFor="said-text">The words, as a customer would have read them</label>
        <textarea id="said-text" name="text" rows={3} maxLength={10_000} defaultValue={text} required />
        <Button type="submit" size="medium">
          Search the receipts
        </Button>
      </form>
      {text && viewer && may(viewer, 'readRecords') && <Answer text={text} />}
    </Room>
  )
}

const Answer = async ({ text }: { text: string }) => {
  const found = await ask(text)
  return typeof found === 'string' ? <p role="alert">{found}</p> : <Verdict said={found} />
}

const ask = async (text: string) => {
  try {
    return await whetherSaid(await getDeps(), { text })
  } catch (error) {
    const sentence = sentenceOf(error)
    if (sentence === null) throw error
    return sentence
  }
}

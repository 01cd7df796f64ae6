import type { Payload, PayloadRequest, Where } from 'payload'
import { z } from 'zod'
import type { Gap, GapEvent } from '../../../payload-types'
import { familyOf, type Placed } from '../../gaps/moves'
import { idOf } from '../../records/content'

const idsSchema = z.array(z.string()).catch([])

/** What is kept at a gap of where its askings are. */
export const placedOf = ({ id, mergedInto, movedIn, movedOut }: Gap): Placed => ({
  id,
  mergedInto: idOf(mergedInto),
  movedIn: idsSchema.parse(movedIn),
  movedOut: idsSchema.parse(movedOut),
})

/** The gaps that people merged or moved askings to or from, and these. */
export async function readPlaced(
  payload: Payload,
  ids: readonly string[],
  req?: PayloadRequest,
): Promise<Placed[]> {
  const { docs } = await payload.find({
    collection: 'gaps',
    where: {
      or: [
        { id: { in: [...ids] } },
        { mergedInto: { exists: true } },
        { movedIn: { exists: true } },
        { movedOut: { exists: true } },
      ],
    },
    depth: 0,
    pagination: false,
    select: { mergedInto: true, movedIn: true, movedOut: true },
    ...(req && { req }),
  })
  return (docs as Gap[]).map(placedOf)
}

/** The askings of a gap, wherever they were first counted. */
export async function underGap(payload: Payload, id: string, req?: PayloadRequest): Promise<Where> {
  return whereUnder(familyOf(id, await readPlaced(payload, [id], req)))
}

function whereUnder(family: readonly Placed[]): Where {
  const out = family.flatMap(({ movedOut }) => movedOut)
  const here = family.flatMap(({ movedIn }) => movedIn)
  const own: Where = { gap: { in: family.map(({ id }) => id) } }
  return {
    or: [
      out.length > 0 ? { and: [own, { id: { not_in: out } }] } : own,
      ...(here.length > 0 ? [{ id: { in: here } }] : []),
    ],
  }
}

/** All askings of a gap, as this transaction sees them. */
export async function eventsOf(req: PayloadRequest, gap: string): Promise<GapEvent[]> {
  const { docs } = await req.payload.find({
    collection: 'gap-events',
    where: await underGap(req.payload, gap, req),
    depth: 0,
    pagination: false,
    req,
  })
  return docs
}

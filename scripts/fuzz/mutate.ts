import JSZip from 'jszip'
import { mulberry32 } from '../mulberry32'

/** A number from 0 to below `below`. */
export type Random = (below: number) => number

export function createRandom(seed: number): Random {
  const next = mulberry32(seed)
  return (below) => Math.floor(next() * below)
}

type Change = (bytes: Buffer, random: Random) => Buffer

/** What may begin something that a parser then follows too far. */
const TOKENS =
  '[ ![a]( *a_ > ``` <div> <b> <table><tr><td> <!-- {% {{ {% raw %} --- " ;, \t \r\n \0 \u202e \ufeff q Q <w:p> <c r="XFD1048576"> <mergeCell ref="A1:XFD1048576"/> 99999999 -1'.split(
    ' ',
  )
const GROWTH = 3 * 1024 * 1024

const splice = (bytes: Buffer, at: number, remove: number, insert: Buffer) =>
  Buffer.concat([bytes.subarray(0, at), insert, bytes.subarray(at + remove)])

const CHANGES: Change[] = [
  (bytes, random) => {
    const copy = Buffer.from(bytes)
    for (let i = 0; i <= random(16); i++) copy[random(copy.length || 1)] = random(256)
    return copy
  },
  (bytes, random) => bytes.subarray(0, random(bytes.length + 1)),
  (bytes, random) => splice(bytes, random(bytes.length + 1), random(bytes.length / 4 + 1), Buffer.alloc(0)),
  (bytes, random) => {
    const token = TOKENS[random(TOKENS.length)] ?? '['
    const many = Buffer.from(token.repeat(1 + random(2 ** random(16))))
    return splice(bytes, random(bytes.length + 1), 0, many.subarray(0, GROWTH))
  },
  (bytes, random) => {
    const from = random(bytes.length + 1)
    const part = bytes.subarray(from, from + 1 + random(4_096))
    const times = Math.min(1 + random(2 ** random(12)), Math.floor(GROWTH / (part.length || 1)))
    return splice(bytes, from, 0, Buffer.concat(Array.from({ length: times }, () => part)))
  },
]

const changed = (bytes: Buffer, random: Random): Buffer => {
  let now = bytes
  for (let i = 0; i <= random(3); i++) now = CHANGES[random(CHANGES.length)]!(now, random)
  return now.subarray(0, bytes.length + GROWTH)
}

/** A file with something wrong in it; of an archive, half of the time, in one of its parts. */
export async function mutate(bytes: Uint8Array, random: Random): Promise<Uint8Array> {
  const buffer = Buffer.from(bytes)
  if (buffer.subarray(0, 2).toString() !== 'PK' || random(2) === 0)
    return new Uint8Array(changed(buffer, random))
  const zip = await JSZip.loadAsync(buffer)
  const names = Object.keys(zip.files).filter((name) => !zip.files[name]?.dir)
  const name = names[random(names.length)]
  const part = name ? await zip.file(name)?.async('nodebuffer') : undefined
  if (!name || !part) return new Uint8Array(changed(buffer, random))
  zip.file(name, changed(part, random))
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

import { posix } from 'node:path'
import type { CheerioAPI } from 'cheerio'
import type JSZip from 'jszip'
import { readPart } from '../archive'
import { parseXml } from '../xml'
import { canonicalPrefixes } from './prefixes'

/** What a part refers to, by the `.rels` beside it. */
export interface Relation {
  id: string
  /** The last word of the type's address: `image`, `chart`, `worksheet`. */
  type: string
  /** A path within the archive, or an address where `external`. */
  target: string
  external: boolean
}

/** A part of an Office file as XML with the usual prefixes (`w:`, `a:`); null when the archive has none of that name. */
export async function readOfficeXml(archive: JSZip, path: string): Promise<CheerioAPI | null> {
  const xml = await readPart(archive, path)
  return xml === null ? null : canonicalPrefixes(parseXml(xml))
}

/** What a part refers to; nothing when it refers to nothing. */
export async function relationsOf(archive: JSZip, path: string): Promise<Relation[]> {
  const { dir, base } = posix.parse(path)
  const xml = await readPart(archive, posix.join(dir, '_rels', `${base}.rels`))
  if (xml === null) return []
  return parseXml(xml)
    .root()
    .children()
    .children()
    .toArray()
    .filter(({ name }) => localName(name) === 'Relationship')
    .map(({ attribs: { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } }) => ({
      id,
      type: type.slice(type.lastIndexOf('/') + 1),
      external: mode === 'External',
      target: mode === 'External' ? target : within(dir, target),
    }))
}

/** Where an Office file's main part is: what its first relations say, else the usual place. */
export async function mainPart(archive: JSZip, usual: string): Promise<string> {
  const main = (await relationsOf(archive, '')).find(({ type }) => type === 'officeDocument')
  return main && archive.file(main.target) ? main.target : usual
}

/** A name without its prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const within = (folder: string, target: string) =>
  target.startsWith('/') ? target.slice(1) : posix.join(folder, target)

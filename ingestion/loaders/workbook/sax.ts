import { setImmediate } from 'node:timers/promises'
import { Parser } from 'htmlparser2'
import { localName } from '../ooxml/parts'

/** What reads a part as it comes by. Names are without prefix; elements of other namespaces are not told. */
export interface SaxHandler {
  open(name: string, attributes: Record<string, string>): void
  text(text: string): void
  close(name: string): void
}

/**
 * Reads a part of a workbook without keeping it as objects: sheets are the one thing in Office files that gets large.
 * Elements of the root's own prefix are told, whatever it is. Other work gets its turn in between.
 */
export async function readSax(xml: string, handler: SaxHandler, signal?: AbortSignal): Promise<void> {
  let prefix: string | null = null
  const isOwn = (name: string) => {
    prefix ??= name.includes(':') ? name.slice(0, name.indexOf(':') + 1) : ''
    return prefix === '' ? !name.includes(':') : name.startsWith(prefix)
  }
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (isOwn(name)) handler.open(localName(name), attributes)
      },
      ontext: (text) => handler.text(text),
      onclosetag: (name) => {
        if (isOwn(name)) handler.close(localName(name))
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  for (let at = 0; at < xml.length; at += CHUNK) {
    parser.write(xml.slice(at, at + CHUNK))
    await setImmediate()
    signal?.throwIfAborted()
  }
  parser.end()
}

const CHUNK = 128 * 1024

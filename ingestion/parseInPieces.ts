import type { Nodes, Root, RootContent } from 'mdast'
import { LONG, type Piece, piecesOf } from './markdownPieces'

/**
 * Parses a long Markdown text piece by piece, so that it takes memory and time with its length and not with the square of
 * it. Every node carries its offsets in the whole.
 * @param parse parses a text as a whole.
 */
export function parseInPieces(text: string, parse: (text: string) => Root, long = LONG): Root {
  const pieces = piecesOf(text, long)
  if (pieces.length === 1) return parse(text)
  const definitions = definitionsIn(text)
  const children = pieces.flatMap((piece) => parsePiece(piece, { parse, definitions }))
  return { type: 'root', children }
}

/** Links and footnotes may be defined anywhere in the whole text, so each piece is told the definitions of all. */
function parsePiece(
  piece: Piece,
  { parse, definitions }: { parse: (text: string) => Root; definitions: string },
): RootContent[] {
  const { children } = parse(definitions ? `${piece.text}\n\n${definitions}` : piece.text)
  const own = children.filter(({ position }) => (position?.start.offset ?? 0) < piece.text.length)
  for (const child of own) move(child, piece)
  return own
}

/** The lines that may define something; what they define is nothing to a reader. */
const definitionsIn = (text: string): string =>
  (text.match(/^[ \t>]*\[[^\]\n]{1,999}\]:[ \t]*(?:\n[ \t>]*)?\S.*$/gm) ?? [])
    .map((line) => line.replace(/^[ \t>]+/, ''))
    .join('\n\n')

function move(node: Nodes, piece: Piece): void {
  for (const point of [node.position?.start, node.position?.end]) {
    if (!point) continue
    point.offset = (point.offset ?? 0) + piece.start
    point.line += piece.line
  }
  if ('children' in node) for (const child of node.children) move(child, piece)
}

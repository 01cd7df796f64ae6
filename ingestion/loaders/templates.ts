import type { Omissions } from '../omissions'
import { stripLiquid } from './liquid'
import type { Fields } from './metadata'

interface Template {
  fields: Fields
  /** It has front matter: a site generator reads it. */
  frontMatter: boolean
  omissions: Omissions
}

/**
 * Takes template tags out of a text where a site generator made it: Hugo's shortcodes, Jekyll's and Liquid's tags. Braces in
 * any other text are its words: `{{ticket.requester}}` in a help centre is what an agent types.
 */
export function stripTemplates(text: string, { fields, frontMatter, omissions }: Template): string {
  if (!/\{[%{:]/.test(text)) return text
  const withoutShortcodes = SHORTCODE.test(text) ? stripShortcodes(text, omissions) : text
  if (!frontMatter) return withoutShortcodes
  const tags = withoutShortcodes.match(LIQUID_TAG) ?? []
  const known =
    tags.length > 0 || OWN_VARIABLE.test(withoutShortcodes) || namesAField(withoutShortcodes, fields)
  if (!known && !/\{:/.test(withoutShortcodes)) return withoutShortcodes
  omissions.add('template_tags', tags[0], tags.length)
  return stripLiquid(withoutShortcodes, fields)
}

/** Only a site generator writes these. */
const SHORTCODE = /\{\{[<%][\s\S]*?[>%]\}\}/
const EACH_SHORTCODE =
  /\{\{([<%])\s*(\/\*)?\s*(\/?)\s*([\w./-]*)((?:"(?:[^"\\]|\\.)*"|`[^`]*`|[^"`])*?)\s*(?:\*\/)?\s*\/?[>%]\}\}/g
const LIQUID_TAG = /\{%-?[^%]*-?%\}/g
const OWN_VARIABLE = /\{\{-?\s*(?:site|page|include|layout|content|post|collections|paginator)\b/

const namesAField = (text: string, fields: Fields): boolean =>
  [...text.matchAll(/\{\{-?\s*([\w-]+)\s*(?:\|[^}]*)?-?\}\}/g)].some(
    ([, name = '']) => name.toLowerCase() in fields,
  )

/** Shortcodes whose first argument is an address. */
const REFERENCES = new Set(['ref', 'relref', 'url', 'relurl', 'absurl'])
const VALUES = new Set(['param', 'get', 'var', 'data', 'site'])
const MEDIA = new Set([
  'youtube',
  'vimeo',
  'video',
  'tweet',
  'x',
  'twitter',
  'instagram',
  'gist',
  'iframe',
  'audio',
])
const ADMONITIONS = new Set(['note', 'tip', 'info', 'warning', 'caution', 'danger', 'important', 'attention'])

/** What a shortcode shows stays: what it holds, its title, its caption, an address. */
function stripShortcodes(text: string, omissions: Omissions): string {
  return text
    .replace(EACH_SHORTCODE, (tag, _mark, comment, closing: string, name: string, rest: string) => {
      if (comment) return tag.replace(/\/\*\s*|\s*\*\//g, '')
      const low = name.toLowerCase()
      const positional =
        /^\s*(?:"([^"]*)"|`([^`]*)`|(?![\w-]+=)(\S+))/.exec(rest)?.slice(1).find(Boolean) ?? ''
      const named = Object.fromEntries(
        [...rest.matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|`([^`]*)`|(\S+))/g)].map((match) => [
          match[1]!.toLowerCase(),
          match[2] ?? match[3] ?? match[4] ?? '',
        ]),
      )
      if (closing) return ''
      if (REFERENCES.has(low)) return named['path'] ?? positional
      if (VALUES.has(low)) return `[${positional.split('.').at(-1)?.replace(/[_-]+/g, ' ') ?? low}]`
      if (MEDIA.has(low)) {
        omissions.add('embedded_media', tag)
        return named['title'] ?? ''
      }
      omissions.add('template_tags', tag)
      const title =
        named['title'] ??
        named['summary'] ??
        named['caption'] ??
        named['label'] ??
        named['alt'] ??
        named['name'] ??
        positional
      if (title && /[\p{L}\p{N}]/u.test(title) && !ADMONITIONS.has(title.toLowerCase()))
        return `\n\n**${title}**\n\n`
      const kind = [low, named['type'], positional.toLowerCase()].find(
        (word) => word && ADMONITIONS.has(word),
      )
      return kind ? `\n\n**${kind[0]!.toUpperCase()}${kind.slice(1)}:**\n\n` : ''
    })
    .replace(/\n{3,}/g, '\n\n')
}

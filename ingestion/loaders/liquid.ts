type Variables = Record<string, unknown>

/**
 * Takes Jekyll's and Liquid's template tags out of a text: comments go, conditions and blocks leave their content, a
 * page link leaves its address, a variable its value. A value that only the website knows stays visible as
 * "[email support]", so that a reviewer sees that something is missing. `{% raw %}` is kept as it stands.
 */
export function stripLiquid(text: string, variables: Variables = {}): string {
  if (!/\{[%{:#]/.test(text)) return text
  return text
    .replace(/\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}\n?/g, '')
    .split(/(\{%-?\s*raw\s*-?%\}[\s\S]*?\{%-?\s*endraw\s*-?%\})/)
    .map((part) =>
      /^\{%-?\s*raw/.test(part) ? part.replace(/\{%-?\s*(end)?raw\s*-?%\}/g, '') : render(part, variables),
    )
    .join('')
}

function render(text: string, variables: Variables): string {
  return text
    .replace(/^[ \t]*\{:[^}\n]*\}[ \t]*\n?/gm, '')
    .replace(/\{:[^}\n]*\}/g, '')
    .replace(/^(#+ .*?)[ \t]*\{#[\w-]+\}[ \t]*$/gm, '$1')
    .replace(/^[ \t]*\{%-?([^%]*?)-?%\}[ \t]*\n/gm, (_, tag: string) => withNewline(tagText(tag)))
    .replace(/\{%-?([^%]*?)-?%\}/g, (_, tag: string) => tagText(tag))
    .replace(/\{\{-?([^{}]*?)-?\}\}/g, (_, expression: string) => variableText(expression, variables))
}

/** Tags whose argument is what a reader would see. */
const SPEAKING: Record<string, (argument: string) => string> = {
  page: (address) => address,
  link: (address) => address,
  post_url: (address) => address,
  slack_channel: (name) => `#${name}`,
  data: (path) => placeholder(path),
}

function tagText(tag: string): string {
  const [name = '', ...rest] = tag.trim().split(/\s+/)
  const argument = rest.join(' ').replace(/^["']|["']$/g, '')
  return SPEAKING[name]?.(argument) ?? ''
}

function variableText(expression: string, variables: Variables): string {
  const path = expression.split('|')[0]?.trim() ?? ''
  const value = variables[path.replace(/^page\./, '')]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : placeholder(path)
}

const placeholder = (path: string) => {
  const name = path.split('.').at(-1)?.replace(/[_-]+/g, ' ').trim()
  return /base ?url$/.test(name ?? '') || !name ? '' : `[${name}]`
}

const withNewline = (text: string) => (text ? `${text}\n` : '')

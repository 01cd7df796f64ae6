/**
 * Takes JSX out of a Markdown text: imports, exports, comments, the tags of components. What a component shows stays:
 * its children, and the words of its title. `{"words"}` is its words; any other expression leaves its name in brackets,
 * so that a reviewer sees that something is missing. Code is left alone.
 */
export function stripJsx(text: string): string {
  return withoutCode(text, (prose) =>
    withoutModules(prose)
      .replace(/\{\s*\/\*[\s\S]*?\*\/\s*\}/g, '')
      .replace(COMPONENT, (_, attributes: string) => wordsOf(attributes))
      .replace(/<\/?>/g, '')
      .replace(/(?<!\\)\{\s*(["'`])([^"'`{}]*)\1\s*\}/g, '$2')
      .replace(/(?<!\\)\{([^{}\n]*)\}/g, (_, expression: string) => nameOf(expression)),
  )
    .replace(/(?<=\S) $/gm, '')
    .replace(/\n{3,}/g, '\n\n')
}

/** Components begin with a capital (or are members, `<Tabs.Item>`); HTML tags are left to the Markdown loader. */
const COMPONENT =
  /<\/?[A-Z][\w.]*((?:\s+[\w:-]+(?:=(?:"[^"]*"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\}))?|\s+\{\.\.\.[^{}]*\})*)\s*\/?>/g

/** Attributes whose words stand on the page above what the component holds. */
const SHOWN = /\b(?:title|label|heading|summary|question)=(?:\{\s*)?(?:"([^"]*)"|'([^']*)'|`([^`]*)`)/g

const wordsOf = (attributes: string) =>
  [...attributes.matchAll(SHOWN)].map((match) => `\n\n**${match[1] ?? match[2] ?? match[3]}**\n\n`).join('')

const nameOf = (expression: string) => {
  const name = expression
    .trim()
    .split(/[.(?|&\s]/)
    .findLast((part) => /^\w+$/.test(part))
  return name && /^[\w.]+$/.test(expression.trim()) ? `[${name}]` : ''
}

/** A statement ends at a blank line, as MDX has it. */
const withoutModules = (text: string) =>
  text.replace(
    /^(?:import\s+(?:[\w*{"'][^\n]*)|export\s+(?:default|const|let|var|function|async|class|\{|\*)[^\n]*)(?:\n(?!\s*\n)[^\n]+)*(?:\n|$)/gm,
    '',
  )

const CODE = /(^(?:`{3,}|~{3,})[\s\S]*?^(?:`{3,}|~{3,})[ \t]*$|`[^`\n]+`)/m

/** Applies `change` to what is not code. */
const withoutCode = (text: string, change: (prose: string) => string) =>
  text
    .split(CODE)
    .map((part, i) => (i % 2 === 0 ? change(part) : part))
    .join('')

/** What Markdown, HTML and character references add to a text without saying anything. */
const MARKUP = /<!--[\s\S]*?-->|<[^>]*>|&(?:#\d+|#x[\da-f]+|[a-z]+\d*);|\]\([^)]*\)|^\s*\[[^\]]*\]:.*$/gim

/** Whether a text says anything once it is rendered: a letter or a digit of any script. @param text Markdown. */
export const saysSomething = (text: string): boolean => /[\p{L}\p{N}]/u.test(text.replaceAll(MARKUP, ' '))

import { readdirSync, readFileSync } from 'node:fs'

/** What each route file below a folder exports, by its address. */
export const servedBelow = (root: string): Record<string, string[]> =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('/route.ts'))
      .map((file) => {
        const text = readFileSync(`${root}/${file}`, 'utf8')
        const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((method) =>
          new RegExp(`export (?:const|async function|function) ${method}\\b|\\bas ${method}\\b`).test(text),
        )
        return [`/${file.replace('/route.ts', '').replaceAll('[', '{').replaceAll(']', '}')}`, methods]
      }),
  )

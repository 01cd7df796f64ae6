import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { AUDIENCES, ROLES } from '../../src/vocabulary'

export interface SourceFile {
  /** From the root of the repository. */
  file: string
  text: string
}

const FOLDERS = ['src', 'collections', 'ingestion', 'evals', 'scripts']

/** The table and the rules of signatures, the words that people read, and people who are made up. */
const MAY_NAME_ROLES = [
  /^src\/governance\//,
  /^src\/vocabulary\.ts$/,
  /^src\/admin\/words\.ts$/,
  /^collections\/fields\/options\.ts$/,
  /^scripts\/(demo|bench)\//,
]

/** A word that is an audience too says nothing of roles. */
const OTHER_WORDS: ReadonlySet<string> = new Set(AUDIENCES)
const ROLE_NAMES: ReadonlySet<string> = new Set(ROLES.filter((role) => !OTHER_WORDS.has(role)))
const QUOTED = new RegExp(`(['"\`])(${[...ROLE_NAMES].join('|')})\\1`)

/** Every source file that must leave roles to governance/permissions.ts. */
export function readHouse(): SourceFile[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(tsx?|mjs)$/.test(name))
      .map((name) => path.join(folder, name))
      .filter((file) => !MAY_NAME_ROLES.some((allowed) => allowed.test(file)))
      .map((file) => ({ file, text: readFileSync(file, 'utf8') })),
  )
}

/** Where a role stands in quotes, as `file:line role`. A field that has the name of a role is none. */
export function quotedRoles(files: readonly SourceFile[]): string[] {
  return files.filter(({ text }) => QUOTED.test(text)).flatMap(quotedRolesIn)
}

function quotedRolesIn({ file, text }: SourceFile): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && ROLE_NAMES.has(node.text) && !namesField(node))
      found.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${node.text}`)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** `name: 'author'`, `defaultColumns: ['author']`, `Pick<Row, 'author'>`, `row['author']`, `Row['author']`. */
function namesField(literal: ts.Node): boolean {
  const { parent } = literal
  if (ts.isElementAccessExpression(parent)) return true
  if (ts.isPropertyAssignment(parent)) return isNamed(parent, 'name')
  if (ts.isArrayLiteralExpression(parent) && ts.isPropertyAssignment(parent.parent))
    return isNamed(parent.parent, 'defaultColumns')
  return ts.isLiteralTypeNode(parent) && isKeyType(parent)
}

function isNamed(property: ts.PropertyAssignment, name: string): boolean {
  return ts.isIdentifier(property.name) && property.name.text === name
}

/** A key that is picked or omitted, also one of several, or the index of a type. */
function isKeyType(type: ts.TypeNode): boolean {
  const { parent } = type
  if (ts.isUnionTypeNode(parent)) return isKeyType(parent)
  if (ts.isIndexedAccessTypeNode(parent)) return true
  return (
    ts.isTypeReferenceNode(parent) &&
    ts.isIdentifier(parent.typeName) &&
    ['Pick', 'Omit'].includes(parent.typeName.text)
  )
}

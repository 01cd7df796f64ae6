#!/usr/bin/env node
// Checks an exported receipt of Vouch: one file, no dependency, no network (README.md).
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const FORMAT = 'vouch-receipt-1'
const HEAD = /^(\S+) ([1-9]\d*) ((?:hmac-)?sha256:[0-9a-f]{64}) (\d+) ([0-9a-f]{64})$/

/**
 * @typedef {{ seq: number, hash: string, tree: { size: number, root: string } }} Head
 * @typedef {{ verdict: 'pass' | 'fail' | 'unconfirmed', problems: string[], says: string[] }} Result
 */

/** What could not be checked at all. */
export class Unusable extends Error {}

/**
 * Checks the text of an exported receipt against heads that were published.
 * @param {string} text
 * @param {readonly Head[]} heads
 * @returns {Result}
 */
export function verifyReceipt(text, heads) {
  const file = parse(text)
  /** @type {string[]} */
  const problems = []
  const check = (/** @type {unknown} */ holds, /** @type {string} */ problem) =>
    holds || problems.push(problem)
  const { hash, ...rest } = file
  check(
    text === `${canonical(file)}\n`,
    'The file is not the canonical JSON that was written: it was edited.',
  )
  check(hash === sha256(canonical(rest)), 'The hash over the file is not that of what is in it.')
  const records = [file.receipt, ...file.releases, ...file.approvals, ...file.people]
  for (const record of records)
    check(
      isProved(record, file.head.tree),
      `${record.of} ${record.id} is not what the tree of its head holds: it was altered, or never was there.`,
    )
  const kinds = [
    ['answers', [file.receipt]],
    ['releases', file.releases],
    ['approvals', file.approvals],
    ['users', file.people],
  ]
  for (const [of, list] of kinds)
    for (const record of list)
      check(
        record.of === of && record.content.id === record.id,
        `${record.of} ${record.id} is not what it is passed off as.`,
      )
  checkEvidence(file, check)
  const published = checkHead(file.head, heads, check)
  const says = problems.length ? [] : summary(file)
  return { verdict: problems.length ? 'fail' : published ? 'pass' : 'unconfirmed', problems, says }
}

/** @param {any} file @param {(holds: unknown, problem: string) => unknown} check */
function checkEvidence({ receipt, releases, approvals, people }, check) {
  const answer = receipt.content
  const byId = (/** @type {any[]} */ list) => new Map(list.map((each) => [each.id, each.content]))
  const [texts, signatures, signers] = [byId(releases), byId(approvals), byId(people)]
  check(
    answer.response?.message === answer.message,
    'The message of the receipt is not that of its response.',
  )
  for (const { number, releaseId, start, end, quote, version, document } of answer.response?.citations ??
    []) {
    const release = texts.get(releaseId)
    check(release, `The text behind citation ${number} is not in the file.`)
    if (!release) continue
    check(release.text.slice(start, end) === quote, `Citation ${number} does not stand in the signed text.`)
    check(
      release.version === version && release.documentId === document.id,
      `Citation ${number} names another text.`,
    )
    const at = Date.parse(answer.asOf)
    check(
      Date.parse(release.validFrom) <= at && !(Date.parse(release.validTo) <= at),
      `The text behind citation ${number} was not in force at ${answer.asOf}.`,
    )
  }
  for (const { id, text, textHash, contentHash, version, documentId, approvals: ids } of texts.values()) {
    check(sha256(text) === textHash, `The text of release ${id} has another hash than was recorded.`)
    check(ids?.length, `Nobody signed release ${id}.`)
    for (const approvalId of ids ?? []) {
      const signed = signatures.get(approvalId)
      check(
        signed?.decision === 'approved' &&
          signed.contentHash === contentHash &&
          signed.version === version &&
          signed.documentId === documentId,
        `A signature of release ${id} is not one over this text, or is not in the file.`,
      )
      check(signed && signers.has(signed.approver), `Who signed release ${id} is not in the file.`)
    }
  }
}

/** Whether its head is one of those that were published. @returns {boolean} @param {Head} head @param {readonly Head[]} heads @param {(holds: unknown, problem: string) => unknown} check */
function checkHead(head, heads, check) {
  const same = heads.filter(({ tree }) => tree.size === head.tree.size)
  check(
    same.every(({ tree }) => tree.root === head.tree.root),
    `The head that was published for ${head.tree.size} batches has another root: the history was rewritten.`,
  )
  const rows = heads.filter(({ seq }) => seq === head.seq)
  check(
    rows.every(({ hash }) => hash === head.hash),
    `The head that was published for audit row No. ${head.seq} has another hash: the history was rewritten.`,
  )
  return rows.some(({ tree }) => tree.size === head.tree.size)
}

/** Whether a revision is in the tree of a head. @param {any} record @param {{ size: number, root: string }} tree */
function isProved({ of, id, revision, at, content, proof }, tree) {
  const digest = sha256(canonical(['vouch record', of, id, revision, at, content]))
  const batchRoot = climb(leafHash(digest), proof.index, proof.count, proof.path)
  if (batchRoot === null) return false
  const leaf = leafHash(canonical(['vouch batch', proof.count, batchRoot]))
  return climb(leaf, proof.batch, tree.size, proof.batchPath) === tree.root
}

/**
 * The root that a path leads to (RFC 9162, 2.1.3.2); null where it fits no tree of this size.
 * @param {string} leaf @param {number} index @param {number} size @param {string[]} path
 */
function climb(leaf, index, size, path) {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return null
  let [at, last, hash] = [index, size - 1, leaf]
  for (const next of path) {
    if (last === 0 || !/^[0-9a-f]{64}$/.test(next)) return null
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(next, hash)
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)]
    } else hash = nodeHash(hash, next)
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  return last === 0 ? hash : null
}

/** @param {string} text */
const sha256 = (text) => `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`
/** @param {string} data */
const leafHash = (data) => createHash('sha256').update(Buffer.of(0)).update(data).digest('hex')
/** @param {string} left @param {string} right */
const nodeHash = (left, right) =>
  createHash('sha256').update(Buffer.of(1)).update(left, 'hex').update(right, 'hex').digest('hex')

/** JSON in the one form of RFC 8785. @param {any} value @returns {string} */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map((each) => canonical(each ?? null)).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  const pairs = Object.keys(value)
    .sort()
    .filter((key) => value[key] !== undefined)
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
  return `{${pairs.join(',')}}`
}

/** @param {string} text @returns {any} */
function parse(text) {
  let file
  try {
    file = JSON.parse(text)
  } catch {
    throw new Unusable('The file is not JSON.')
  }
  if (file?.format !== FORMAT) throw new Unusable(`The file is not an exported receipt (${FORMAT}).`)
  const lists = [file.releases, file.approvals, file.people]
  const isRecord = (/** @type {any} */ each) =>
    typeof each?.content === 'object' &&
    each.content !== null &&
    Array.isArray(each.proof?.path) &&
    Array.isArray(each.proof?.batchPath)
  if (
    !lists.every(Array.isArray) ||
    ![file.receipt, ...lists.flat()].every(isRecord) ||
    typeof file.head?.tree?.root !== 'string' ||
    !file.releases.every((/** @type {any} */ each) => typeof each.content.text === 'string')
  )
    throw new Unusable('The file lacks a part of a receipt.')
  return file
}

/** @param {any} file */
function summary({ receipt, releases, approvals, people, head }) {
  const answer = receipt.content
  const names = new Map(people.map((/** @type {any} */ each) => [each.id, each.content.name]))
  return [
    `Asked “${answer.question}” as of ${answer.asOf}, ${answer.outcome}: “${answer.message}”`,
    ...releases.map((/** @type {any} */ { content: { title, version, approvals: ids } }) => {
      const by = approvals.filter((/** @type {any} */ { id }) => ids.includes(id))
      return `Quotes “${title}” v${version}, signed by ${by.map((/** @type {any} */ { content }) => `${names.get(content.approver)} on ${content.createdAt}`).join(', ')}.`
    }),
    `Held against audit row No. ${head.seq}, ${head.tree.size} batches, root ${head.tree.root}.`,
  ]
}

/** The heads in a text, a line each: an instant, a number, a hash, a size, a root. @param {string} text @returns {Head[]} */
export function parseHeads(text) {
  return text.split('\n').flatMap((line) => {
    const [, , seq, hash, size, root] = HEAD.exec(line.trim()) ?? []
    return hash && root ? [{ seq: Number(seq), hash, tree: { size: Number(size), root } }] : []
  })
}

const CODES = { pass: 0, fail: 1, unconfirmed: 3 }
const WORDS = {
  pass: 'PASS: everything holds against a published head.',
  fail: 'FAIL: this is not what was stored.',
  unconfirmed:
    'UNCONFIRMED: everything holds in itself, but its head is not among the published ones that were given.',
}

/** @param {string[]} args */
function main(args) {
  const json = args.includes('--json')
  const [file, flag, ...given] = args.filter((arg) => arg !== '--json')
  if (!file || (flag && (flag !== '--head' || !given.length)))
    throw new Unusable('Usage: node verify.mjs RECEIPT.json [--head FILE-OR-LINE] [--json]')
  const line = given.join(' ')
  const heads = flag ? parseHeads(existsSync(line) ? readFileSync(line, 'utf8') : line) : []
  if (flag && !heads.length) throw new Unusable(`No published head with a tree is in ${line}.`)
  if (!existsSync(file)) throw new Unusable(`There is no file ${file}.`)
  const result = verifyReceipt(readFileSync(file, 'utf8'), heads)
  const { verdict, problems, says } = result
  console.log(
    json
      ? JSON.stringify(result, null, 2)
      : [WORDS[verdict], ...problems.map((each) => `  ✗ ${each}`), ...says].join('\n'),
  )
  return CODES[verdict]
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  try {
    process.exitCode = main(process.argv.slice(2))
  } catch (error) {
    console.error(
      error instanceof Unusable
        ? error.message
        : 'The file lacks a part of a receipt, or one is of another kind.',
    )
    process.exitCode = 2
  }
}

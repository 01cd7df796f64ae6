import type { Deps } from '../../src/deps'

type Execute = (statement: string | { sql: string }, ...more: unknown[]) => Promise<unknown>
interface Transaction {
  execute: Execute
  commit: () => Promise<void>
}
interface Client {
  execute: Execute
  transaction: (...given: unknown[]) => Promise<Transaction>
}

/**
 * Counts what SQLite is told to write, commits and the rewriting of the file included, and dies before the one that is named.
 * @returns how many there were.
 */
export function dieAtStatement({ payload }: Deps, fatal: number): () => number {
  let statements = 0
  const count = () => {
    if (++statements === fatal) process.kill(process.pid, 'SIGKILL')
  }
  const watch = (owner: { execute: Execute }) => {
    const execute = owner.execute.bind(owner)
    owner.execute = (statement, ...more) => {
      const sql = typeof statement === 'string' ? statement : statement.sql
      if (!/^\s*(?:select|pragma table)/i.test(sql)) count()
      return execute(statement, ...more)
    }
  }
  const { client } = payload.db as unknown as { client: Client }
  watch(client)
  const transaction = client.transaction.bind(client)
  client.transaction = async (...given) => {
    const own = await transaction(...given)
    watch(own)
    const commit = own.commit.bind(own)
    own.commit = () => {
      count()
      return commit()
    }
    return own
  }
  return () => statements
}

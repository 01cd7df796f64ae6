import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Command, CommanderError } from 'commander'
import { describe, expect, it, vi } from 'vitest'
import { addSaidCommand } from '../../scripts/commands/said'
import { refuseUnusable, toCount, toCounts, toEmail, toInstant, toShare } from '../../scripts/given'
import { tellError } from '../../scripts/tellError'
import { VouchError } from '../../src/errors'
import { assertFolder, readTextFile } from '../../src/readTextFile'
import { counted } from '../../src/vocabulary'

const folder = mkdtempSync(path.join(tmpdir(), 'vouch-given-'))
const fileOf = (name: string, content: string | Buffer): string => {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return file
}

describe('a date on the command line', () => {
  it('is a day or an instant, in UTC', () => {
    expect(toInstant('2026-12-01')).toBe('2026-12-01T00:00:00.000Z')
    expect(toInstant('2026-12-01T09:00:00+02:00')).toBe('2026-12-01T07:00:00.000Z')
  })

  it.each([
    'yesterday',
    '',
    ' ',
    '1',
    '12/01/2026',
    '2026-02-30',
    '2026-13-01',
    '2026-12-01T09:00',
    '9'.repeat(500),
  ])('is not “%s”: whoever wrote it is told what one looks like', (given) =>
    expect(() => toInstant(given)).toThrow(/a day such as 2026-12-01/),
  )
})

describe('a number on the command line', () => {
  it('is as it is written', () => {
    expect([toShare('0.02'), toShare('1'), toCount(1)('7')]).toEqual([0.02, 1, 7])
    expect(toCounts()('1000, 10000')).toEqual([1_000, 10_000])
  })

  it.each(['', ' ', 'a', '-1', '0x1', '1e3', 'NaN', '2', '9'.repeat(400), '0,5'])(
    'is no share as “%s”',
    (given) => expect(() => toShare(given)).toThrow(/a number from 0 to 1/),
  )

  it.each(['', '0', '1.5', '-3', 'three', '1_000', '9'.repeat(400)])('is no count as “%s”', (given) =>
    expect(() => toCount(1, 100)(given)).toThrow(/whole number from 1 to 100/),
  )
})

describe('an address on the command line', () => {
  it.each(['', 'ada', 'ada@', '@example.com', 'ada lovelace@example.com', `${'a'.repeat(300)}@example.com`])(
    'is not “%s”',
    (given) => expect(() => toEmail(given)).toThrow('ada@example.com'),
  )
})

describe('every option and argument of every command', () => {
  const run = async (...args: string[]): Promise<string> => {
    let said = ''
    const program = new Command('vouch')
    program
      .command('ask <question>')
      .option('--bot <name>')
      .option('--set <dir...>')
      .action(() => {})
    refuseUnusable(program)
    for (const each of [program, ...program.commands])
      each.exitOverride().configureOutput({ writeErr: (text) => (said += text) })
    await program.parseAsync(args, { from: 'user' }).catch((error: unknown) => {
      if (!(error instanceof CommanderError)) throw error
    })
    return said
  }

  it('says which was given nothing, or too much', async () => {
    expect(await run('ask', 'Hi?', '--bot', 'shop', '--set', 'a', 'b')).toBe('')
    expect(await run('ask', ' ')).toContain("argument 'question' was given nothing")
    expect(await run('ask', 'Hi?', '--bot', '')).toContain("option '--bot <name>' was given nothing")
    expect(await run('ask', 'Hi?', '--set', 'a', '')).toContain("option '--set <dir...>' was given nothing")
    expect(await run('ask', 'a'.repeat(5_000))).toContain('4,096 characters at most; it was given 5,000')
  })
})

describe('a file on the command line', () => {
  it.each([
    ['that is not there', path.join(folder, 'none'), /There is no .*none/],
    ['that is a folder', folder, /is a folder; this takes a file/],
    ['below a file', path.join(fileOf('plain', 'x'), 'none'), /a part of its path is a file/],
    ['of bytes', fileOf('bytes', Buffer.from([0xff, 0xd8, 0xff, 0x00])), /is not a text file/],
    ['with a NUL in it', fileOf('nul', 'a\0b'), /is not a text file/],
    ['with an endless name', path.join(folder, 'n'.repeat(5_000)), /longer than a path may be/],
  ])('%s is refused, and why', async (_, file, why) => {
    const error: unknown = await readTextFile(file).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(VouchError)
    expect((error as Error).message).toMatch(why)
    expect((error as Error).message.length).toBeLessThan(400)
  })

  it('is read where it is text, also an empty one', async () => {
    expect(await readTextFile(fileOf('text', 'ä'))).toBe('ä')
    expect(await readTextFile(fileOf('empty', ''))).toBe('')
    await expect(assertFolder(folder)).resolves.toBeUndefined()
    await expect(assertFolder(fileOf('flat', ''))).rejects.toThrow(/is a file; this takes a folder/)
  })
})

describe('what whoever typed a command is told', () => {
  it('is what was wrong in each field, never to report it as a fault of ours', () => {
    const invalid = Object.assign(new Error('The following field is invalid: Email'), {
      data: { errors: [{ label: 'Email', path: 'email', message: 'Please enter a valid email address.' }] },
    })
    expect(tellError(invalid)).toBe('Email: Please enter a valid email address.')
    const denied = Object.assign(new Error('x'), { code: 'EACCES', path: '/etc/out', syscall: 'open' })
    expect(tellError(denied)).toContain('/etc/out may not be opened')
    expect(tellError(new Error('boom'))).toContain('please report it')
  })
})

describe('whether a bot ever said something', () => {
  it.each([
    ['nothing', []],
    ['an empty text', ['']],
    ['an option that there is none of', ['text', '--since', 'x']],
  ])('is answered with 2, and never with the 1 that is no, to %s', async (_, given) => {
    const program = new Command().exitOverride().configureOutput({ writeErr: () => {} })
    addSaidCommand(program)
    refuseUnusable(program)
    const exit = vi.spyOn(process, 'exit').mockImplementation((code) => {
      throw new Error(`ended with ${code}`)
    })
    await expect(program.parseAsync(['said', ...given], { from: 'user' })).rejects.toThrow('ended with 2')
    exit.mockRestore()
  })
})

describe('a count', () => {
  it('is one or many', () => {
    expect([0, 1, 2, 1_000].map((n) => counted(n, 'revision'))).toEqual([
      '0 revisions',
      '1 revision',
      '2 revisions',
      '1,000 revisions',
    ])
  })
})

it('the README names every command', () => {
  const readme = readFileSync('README.md', 'utf8')
  const commands = readdirSync('scripts/commands').flatMap((file) =>
    [
      ...readFileSync(path.join('scripts/commands', file), 'utf8').matchAll(
        /program\s*\.command\('([a-z]+)/g,
      ),
    ].map(([, name]) => name!),
  )
  expect(commands).toContain('erase')
  // The demo is a script of its own, and stands at the top.
  const named = (name: string) => new RegExp(`^\\|.*\`${name}\\b`, 'm').test(readme)
  expect(commands.filter((name) => name !== 'demo' && !named(name))).toEqual([])
})

import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

export interface ReceivedMail {
  to: string[]
  /** Header and body as they were sent, with the transfer encoding undone. */
  source: string
}

/** A mail server that keeps what it is sent; it can refuse a recipient, or be down. */
export interface FakeSmtpServer {
  url: string
  mails: ReceivedMail[]
  /** Recipients that are answered with 550. */
  refused: Set<string>
  stop: () => Promise<void>
  start: () => Promise<void>
}

export const startSmtpServer = async (): Promise<FakeSmtpServer> => {
  const mails: ReceivedMail[] = []
  const refused = new Set<string>()
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    converse(socket, { mails, refused })
  })
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
  await listen(0)
  const { port } = server.address() as AddressInfo
  return {
    url: `smtp://vouch:hunter2@127.0.0.1:${port}`,
    mails,
    refused,
    start: () => listen(port),
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

const converse = (
  socket: Socket,
  { mails, refused }: { mails: ReceivedMail[]; refused: ReadonlySet<string> },
): void => {
  let pending = ''
  let data: string[] | null = null
  let to: string[] = []
  const say = (line: string) => socket.write(`${line}\r\n`)
  const answer = (line: string): void => {
    const command = line.slice(0, 4).toUpperCase()
    if (command === 'EHLO') say('250-fake\r\n250-AUTH PLAIN\r\n250 8BITMIME')
    else if (command === 'AUTH') say('235 in')
    else if (command === 'RCPT') {
      const address = /<(.+)>/.exec(line)?.[1] ?? ''
      if (refused.has(address)) return void say('550 no such person')
      to.push(address)
      say('250 ok')
    } else if (command === 'DATA') {
      data = []
      say('354 go on')
    } else if (command === 'QUIT') {
      say('221 bye')
      socket.end()
    } else say('250 ok')
  }
  const take = (line: string): void => {
    if (!data) return answer(line)
    if (line !== '.') return void data.push(line.startsWith('..') ? line.slice(1) : line)
    mails.push({ to, source: decoded(data.join('\n')) })
    data = null
    to = []
    say('250 taken')
  }
  socket.on('error', () => {})
  socket.on('data', (bytes) => {
    pending += bytes.toString('utf8')
    const lines = pending.split('\r\n')
    pending = lines.pop() ?? ''
    for (const line of lines) take(line)
  })
  say('220 fake')
}

/** Quoted-printable and encoded words, read. */
const decoded = (source: string): string =>
  Buffer.from(
    source
      .replaceAll(/=\?UTF-8\?Q\?(.*?)\?=\s*/gi, (_, words: string) => words.replaceAll('_', ' '))
      .replaceAll('=\n', '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')

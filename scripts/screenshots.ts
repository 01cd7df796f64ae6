import { Command } from 'commander'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import {
  axeFindings,
  findChromium,
  openBrowser,
  openPage,
  openWindow,
  signIn,
  type Finding,
  type Look,
} from './browser'
import { withoutPayloadsOwn } from './knownFindings'
import { enter, listRooms, type Room } from './rooms'

// Pictures of every room in light and dark, wide and narrow, with what axe-core finds wrong in each.
const LOOKS: Look[] = [
  { theme: 'light', width: 1440 },
  { theme: 'dark', width: 1440 },
  { theme: 'light', width: 390 },
  { theme: 'dark', width: 390 },
]

interface Options {
  rooms?: string
  json?: boolean
  looks?: string
  all?: boolean
}

const photograph = async (
  base: string,
  credentials: { email: string; password: string },
  folder: string,
  options: Options,
): Promise<void> => {
  const executable = findChromium()
  if (!executable)
    throw new Error('No Chromium was found. Install it (apt-get install chromium) or set CHROMIUM_PATH.')
  mkdirSync(folder, { recursive: true })
  const looks = options.looks?.split(',')
  const wanted = options.rooms?.split(',')
  const browser = await openBrowser(executable)
  const findings: (Finding & { room: string })[] = []
  try {
    const chosen = LOOKS.filter(({ theme, width }) => !looks || looks.includes(`${theme}-${width}`))
    await Promise.all(
      chosen.map(async (look) => {
        const context = await openWindow(browser, { base, ...look })
        const page = await openPage(context)
        const take = async ({ name, path: address }: Room) => {
          if (wanted && !wanted.includes(name)) return
          await enter(page, { name, path: address })
          const room = `${name}-${look.width}-${look.theme}`
          await page.screenshot({ path: path.join(folder, `${room}.png`), fullPage: true })
          for (const finding of await axeFindings(page)) {
            const left = options.all ? finding : withoutPayloadsOwn(finding)
            if (left) findings.push({ ...left, room })
          }
        }
        await take({ name: 'sign-in', path: '/admin/login' })
        await signIn(page, credentials)
        for (const room of await listRooms(context)) await take(room)
        await context.close()
      }),
    )
  } finally {
    await browser.close()
  }
  process.stdout.write(options.json ? `${JSON.stringify(findings)}\n` : report(findings))
}

const report = (findings: (Finding & { room: string })[]): string =>
  findings.length
    ? `${findings
        .map(
          ({ room, impact, rule, help, targets }) =>
            `${room}: ${impact}: ${rule}: ${help}\n  ${targets.join('\n  ')}`,
        )
        .join('\n')}\n`
    : 'axe-core found nothing serious.\n'

await new Command('screenshots')
  .description(
    'Writes a picture of each room of the admin, in light and dark, and prints what axe-core finds.',
  )
  .argument('<base>', 'address of a running Vouch, such as http://127.0.0.1:3000')
  .argument('<email>', 'who signs in')
  .argument('<password>')
  .argument('<folder>', 'where the pictures go')
  .option('--rooms <names>', 'only these, with commas between')
  .option('--looks <names>', 'only these of light-1440, dark-1440, light-390, dark-390')
  .option('--json', 'print the findings as JSON')
  .option('--all', 'with what axe-core finds in Payload’s own parts')
  .action((base: string, email: string, password: string, folder: string, options: Options) =>
    photograph(base, { email, password }, folder, options),
  )
  .parseAsync()

import type { Command } from 'commander'
import { createServer } from 'node:net'
import { loadManifest } from '../../demo/manifest'
import { closeDeps, getDeps } from '../../src/deps'
import { getEnv } from '../../src/env'
import { VouchError } from '../../src/errors'
import { fetchModelFiles } from '../../src/retrieval/modelFiles'
import { drainJobs } from '../../src/worker'
import { askDemoQuestions } from '../demo/askDemoQuestions'
import { importDemoCorpus } from '../demo/importDemoCorpus'
import { seedDemo, type DemoAccess } from '../demo/seedDemo'
import { showProgress } from '../output'
import { serve } from '../serve'

const DIRECTORY = 'demo'

export const addDemoCommand = (program: Command): void => {
  program
    .command('demo')
    .description('a company with its texts, from nothing to answers; then serve it')
    .option('--no-serve', 'end after the answers')
    .action(async (options: { serve: boolean }) => {
      const { HOST, PORT } = getEnv()
      if (options.serve) await assertFree(HOST, PORT)
      const access = await prepare()
      if (!options.serve) return
      const code = await serve({ buildOnly: true })
      if (code) throw new VouchError('The admin could not be built; see above.')
      console.log(addresses(access, `http://${HOST}:${PORT}`))
      process.exitCode = await serve()
    })
}

/** Everything up to the answers. Running it again changes nothing but adds the receipts of what it asks. */
const prepare = async (): Promise<DemoAccess> => {
  const model = await fetchModelFiles({
    directory: getEnv().modelDir,
    onProgress: (message) => console.log(`· ${message}`),
  })
  console.log(
    model.status === 'unavailable'
      ? `! No local embedding model (${model.reason}).\n  Everything works, searching by words alone; meaning is not searched.`
      : `· local embedding model: ${model.reason}`,
  )
  const deps = await getDeps()
  try {
    const manifest = await loadManifest(DIRECTORY)
    console.log(`\n${manifest.company.name}: ${manifest.company.description}\n`)
    const people = await seedDemo(deps, manifest)
    const bar = showProgress('publishing')
    const imported = await importDemoCorpus(deps, {
      directory: DIRECTORY,
      manifest,
      people,
      onProgress: bar.update,
    })
    bar.stop()
    await index(deps)
    console.log(
      `· ${imported.documents} documents, ${imported.published} published now: written by ${people.author.name}, signed by ${people.approver.name}` +
        ` (regulated ones by ${people.compliance.name} too).`,
    )
    for (const { file, error } of imported.failed) console.log(`! ${file}: ${error}`)
    await askDemoQuestions(deps, { directory: DIRECTORY, manifest, people })
    return people.access
  } finally {
    await closeDeps()
  }
}

const index = async ({ payload, env }: Awaited<ReturnType<typeof getDeps>>): Promise<void> => {
  const bar = showProgress('indexing')
  let most = 0
  await drainJobs({
    payload,
    databaseUri: env.databaseUri,
    onProgress: ({ waiting }) => {
      most = Math.max(most, waiting)
      bar.update(most - waiting, most, `${waiting} jobs left`)
    },
  })
  bar.stop()
}

const assertFree = (host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', () =>
      reject(new VouchError(`Port ${port} is taken. Choose another one: PORT=3010 npm run demo`)),
    )
    probe.listen(port, host, () => probe.close(() => resolve()))
  })

const addresses = ({ people, password, key }: DemoAccess, url: string): string => `
Admin      ${url}/admin
API        ${url}/api/v1/answer   (contract: ${url}/api/v1/openapi.json)

Sign in as, each with the password ${password}
${people.map(({ email, name, roles }) => `  ${email.padEnd(26)} ${name}, ${roles.join(' and ')}`).join('\n')}

Ask as the demo's bot:
  curl -s ${url}/api/v1/answer -H 'authorization: Bearer ${key}' \\
    -H 'content-type: application/json' -d '{"question":"How long does a refund take if I paid with PayPal?"}'
`

import type { Command } from 'commander'
import { getEnv } from '../../src/env'
import { readerStatus } from '../../src/answer/reader/local/status'
import { fetchModelFiles, modelStatus } from '../../src/retrieval/modelFiles'
import { print, wantsJson, withJson } from '../output'

export const addModelCommand = (program: Command): void => {
  const model = program.command('model').description('the local embedding model')
  withJson(model.command('fetch'))
    .description('put the weights under VOUCH_MODEL_DIR, each file checked against its hash')
    .action(async (_, command: Command) => {
      const result = await fetchModelFiles({
        directory: getEnv().modelDir,
        onProgress: (message) => !wantsJson(command) && console.error(message),
      })
      print(command, result, ({ status, reason }) =>
        status === 'unavailable'
          ? `The model could not be had (${reason}). Everything works on words alone.`
          : `The model is ${status === 'present' ? 'there' : 'here now'}, ${reason}.`,
      )
      if (result.status === 'unavailable') process.exitCode = 1
    })
  withJson(model.command('status'))
    .description('whether the weights are there and sound, the reader’s too')
    .action(async (_, command: Command) => {
      const [result, reader] = [await modelStatus(getEnv().modelDir), await readerStatus()]
      print(
        command,
        { ...result, reader },
        ({ status, reason }) =>
          `embedding model ${status}: ${reason}\nreader ${reader.status}: ${reader.reason}`,
      )
      if (result.status !== 'present' || reader.status !== 'present') process.exitCode = 1
    })
}

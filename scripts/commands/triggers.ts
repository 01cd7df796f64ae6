import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { Share, TurnReport } from '../../evals/turns/measureTurns'
import type { Utterance } from '../../evals/turns/utterances'
import { VouchError } from '../../src/errors'
import { readTextFile } from '../../src/readTextFile'
import { print, showProgress, wantsJson, withJson } from '../output'

const DATA = ['utterances', 'written', 'written-danger', 'written-people', 'written-more'].map(
  (name) => `evals/datasets/turns/${name}.jsonl`,
)
const MODEL = 'src/answer/turn/model.json'

/** `triggers fit` and `triggers eval`: what reads which turns are for a person; neither needs an installation. `triggers examples`: what reviewers say that turns are. */
export const addTriggersCommand = (program: Command): void => {
  const triggers = program
    .command('triggers')
    .description('what tells a turn for a person from a question for the texts')
  withJson(triggers.command('fit'))
    .description(
      'fit the classifier of turns on labelled messages, measured on domains that it was not fitted on',
    )
    .option('--data <file...>', 'labelled messages, one JSON object a line', DATA)
    .option('--out <file>', 'where the model is written', MODEL)
    .action(async ({ data, out }: { data: string[]; out: string }, command: Command) => {
      const report = await fit(data, out, wantsJson(command))
      print(command, report, formatReport)
    })
  triggers
    .command('examples')
    .description('what reviewers say that turns are, as messages that “triggers fit --data” reads')
    .option('--out <file>', 'where they are written; printed unless given')
    .action(async ({ out }: { out?: string }) => {
      const [{ getDeps }, { turnExamples }] = await Promise.all([
        import('../../src/deps'),
        import('../../src/commands/verdicts/turnExamples'),
      ])
      const examples = await turnExamples((await getDeps()).payload)
      if (out) await writeFile(out, examples)
      else process.stdout.write(examples)
    })
  withJson(triggers.command('eval <file>'))
    .description('how well a person is called for labelled messages')
    .option('--model <file>', 'another model than the one that ships', MODEL)
    .option('--words-only', 'as if there were no embedding model')
    .option('--wrong', 'list what is read wrongly')
    .action(
      async (
        file: string,
        options: { model: string; wordsOnly?: boolean; wrong?: boolean },
        command: Command,
      ) => {
        const { report, wrong } = await evaluate(file, options)
        print(command, report, formatReport)
        if (options.wrong) for (const line of wrong) console.error(line)
      },
    )
}

const fit = async (data: string[], out: string, quiet: boolean) => {
  const [
    { readUtterances },
    { readHeldOut, chooseThresholds },
    { fitTurnModel, turnOf },
    { measureTurns },
    { packTurnModel },
  ] = await Promise.all([
    import('../../evals/turns/utterances'),
    import('../../evals/turns/crossValidate'),
    import('../../evals/turns/fitTurnModel'),
    import('../../evals/turns/measureTurns'),
    import('../../evals/turns/packTurnModel'),
  ])
  const utterances = (await Promise.all(data.map(readUtterances))).flat()
  const { vectors, model } = await embed(utterances)
  const embedded = utterances.map((each) => ({ ...each, vector: vectors.get(each.text) ?? null }))
  const bar = showProgress('fitting', { quiet })
  const heldOut = await readHeldOut({
    utterances: embedded,
    embeddingModel: model,
    vectors,
    onFold: (done, of) => bar.update(done, of + 1),
  })
  const thresholds = chooseThresholds(heldOut)
  const fitted = fitTurnModel({
    id: `turns-${utterances.length}`,
    utterances: embedded,
    embeddingModel: model,
    thresholds,
  })
  bar.stop()
  await writeFile(out, `${JSON.stringify(packTurnModel(fitted, utterances.map(turnOf)), null, 1)}\n`)
  return { model: fitted.id, thresholds, heldOutByDomain: measureTurns(heldOut, thresholds) }
}

const evaluate = async (file: string, options: { model: string; wordsOnly?: boolean }) => {
  const [{ readUtterances }, { measureTurns, readTurns, decisionOn }, { parseTurnModel }] = await Promise.all(
    [
      import('../../evals/turns/utterances'),
      import('../../evals/turns/measureTurns'),
      import('../../src/answer/turn/turnModel'),
    ],
  )
  const text = await readTextFile(options.model)
  const fitted = parsed(() => parseTurnModel(JSON.parse(text)), options.model)
  const utterances = await readUtterances(file)
  const { vectors } = options.wordsOnly ? { vectors: undefined } : await embed(utterances)
  const read = await readTurns(fitted, utterances, vectors)
  const wrong = read.flatMap((utterance) => {
    const { label, also, text } = utterance
    const decision = decisionOn(utterance, fitted.thresholds)
    const said = decision?.outcome === 'escalated' ? decision.evidence : (decision?.outcome ?? 'none')
    const best = utterance.read.found[0]!
    return best.label === label || also.includes(best.label)
      ? []
      : [`${label} → ${best.label} ${best.probability.toFixed(2)} (${said}): ${text.slice(0, 120)}`]
  })
  return { report: measureTurns(read, fitted.thresholds), wrong }
}

/** @throws {VouchError} where a file holds something else. */
const parsed = <T>(parse: () => T, file: string): T => {
  try {
    return parse()
  } catch {
    throw new VouchError(`${file} is no model of turns. Write one with: triggers fit --out FILE`)
  }
}

/** The vectors of all that is read, by this machine’s model; none where there is none. */
const embed = async (utterances: Utterance[]) => {
  const [{ chooseEmbeddingModel }, { getEnv }, { textsRead }, { turnOf }] = await Promise.all([
    import('../../src/models'),
    import('../../src/env'),
    import('../../src/answer/turn/readTurn'),
    import('../../evals/turns/fitTurnModel'),
  ])
  const { model, reason } = await chooseEmbeddingModel(getEnv())
  const vectors = new Map<string, Float32Array>()
  if (!model) {
    console.error(reason)
    return { vectors, model: null }
  }
  try {
    for (const text of new Set(utterances.map(turnOf).flatMap(textsRead))) {
      const [vector] = await model.embed([text], 'query')
      if (vector) vectors.set(text, vector)
    }
    return { vectors, model }
  } finally {
    await model.close?.()
  }
}

const formatReport = (report: TurnReport | Awaited<ReturnType<typeof fit>>): string => {
  const measured = 'heldOutByDomain' in report ? report.heldOutByDomain : report
  const { person, lookalikesHandedOver, ifUnanswered, byLabel, byLanguage } = measured
  const labels = Object.entries(byLabel).map(
    ([label, { recall, handedOver }]) =>
      `  ${label.padEnd(18)} read as such ${percent(recall)}, handed over ${percent(handedOver)}`,
  )
  const languages = Object.entries(byLanguage).map(
    ([language, { precision, recall }]) =>
      `  ${language}: precision ${percent(precision)}, recall ${percent(recall)}`,
  )
  return [
    ...('heldOutByDomain' in report
      ? [
          `${report.model}, thresholds ${JSON.stringify(report.thresholds)}; measured on domains not fitted on:`,
        ]
      : []),
    `for a person: precision ${percent(person.precision)}, recall ${percent(person.recall)}`,
    `look-alikes handed over: ${percent(lookalikesHandedOver)}`,
    `if no text answered: ${percent(ifUnanswered.recall)} of those for a person, needlessly ${percent(ifUnanswered.needlessly)} of the others`,
    ...labels,
    ...languages,
  ].join('\n')
}

const percent = ({ value, of, interval }: Share) =>
  value === null || !interval
    ? 'of none'
    : `${(100 * value).toFixed(1)} % of ${of} (${interval.map((end) => (100 * end).toFixed(0)).join(' to ')})`

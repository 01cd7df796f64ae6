import { VouchError } from '../../errors'
import { duplicateSteps } from '../../../ingestion/duplicates'
import { settle, type KnownDocument, type Settled } from '../../../ingestion/syncDecision'
import { removeItem } from './items'
import { markDocument } from './markDocument'
import { formerItems, unseenOf, type Pending, type Run } from './run'
import { markContext, placeOf, takeDocument } from './takeDocument'
import { storeItem } from './takeItem'
import { sentenceOf } from '../../errors'
import { inTurns } from '../../markdown/turns'

/**
 * Once everything was seen: tells what moved from what is new, and marks what is gone.
 * @throws when nothing at all was seen and there was something: a folder that is not mounted looks like that.
 */
export const finishRun = async (run: Run): Promise<void> => {
  const { report, waiting } = run
  refuseEmpty(run)
  const settled = settle({
    waiting: waiting.map((each) => each.listed),
    unseen: unseenOf(run),
    complete: isComplete(run),
    twins: run.twins,
  })
  const undone = await placeWaiting(run, settled)
  for (const [key, item] of run.unsettled) if (!undone.has(key) && isComplete(run)) await storeItem(run, item)
  if (isComplete(run)) await tellGone(run, settled)
  report.duplicates = await inTurns(duplicateSteps(run.read))
}

/** Marks the documents and items that are gone; an item whose documents all moved is forgotten. */
const tellGone = async (run: Run, { vanished, moves }: Settled): Promise<void> => {
  const vanishedAt = new Date().toISOString()
  for (const document of vanished) await markVanished(run, document, vanishedAt)
  const moved = new Set(moves.map(({ from }) => from))
  for (const item of run.items.values()) {
    if (run.listed.has(item.key)) continue
    const before = run.ofItem.get(item.key) ?? []
    if (before.length && before.every((document) => moved.has(document)))
      await removeItem(run.deps.payload, run.source.id, item.key)
    else if (!item.vanishedAt) await storeItem(run, { ...item, vanishedAt })
  }
}

const isComplete = ({ report, options }: Run): boolean => report.unlisted.length === 0 && !options.only

const refuseEmpty = (run: Run): void => {
  const former = formerItems(run)
  if (run.listed.size || !isComplete(run) || !former || run.options.allowEmpty) return
  throw new VouchError(
    `${run.source.location} is empty, and ${former} items were there before. Nothing was marked as gone. See whether it is mounted and reachable; if it is really empty, sync it with --allow-empty.`,
  )
}

/** @returns keys of items in which something is left to the next sync. */
const placeWaiting = async (run: Run, settled: Settled): Promise<Set<string>> => {
  const { report, waiting } = run
  const pendingOf = new Map(waiting.map((each) => [each.listed, each]))
  const undone = new Set<string>()
  const each = async (listed: Pending['listed'], act: (pending: Pending) => Promise<void>) => {
    const pending = pendingOf.get(listed)
    if (!pending) return
    try {
      await act(pending)
    } catch (error) {
      undone.add(listed.itemKey)
      report.failed.push({ file: listed.key, error: sentenceOf(error) ?? (error as Error).message })
    }
  }
  for (const { listed, from } of settled.moves) await each(listed, (pending) => move(run, pending, from))
  for (const listed of settled.creates) await each(listed, (pending) => takeDocument(run, pending, undefined))
  for (const listed of settled.undecided)
    await each(listed, () => {
      throw new VouchError(
        'It says what a known text says that was not seen, so it may have moved; the listing was not complete. The next complete sync decides.',
      )
    })
  return undone
}

/** The same document, from now on found under its new key; then what its text says counts as ever. */
const move = async (run: Run, pending: Pending, from: KnownDocument): Promise<void> => {
  const { key } = pending.listed
  await markDocument(
    markContext(run),
    from,
    { ...placeOf(run, pending), sourceVanishedAt: null },
    { action: 'document.source_moved', detail: { from: from.key, to: key } },
  )
  run.report.moved++
  await takeDocument(run, pending, { ...from, key, vanishedAt: null })
}

const markVanished = async (run: Run, document: KnownDocument, at: string): Promise<void> => {
  run.report.vanished.push(document.key)
  await markDocument(
    markContext(run),
    document,
    { sourceVanishedAt: at },
    {
      action: 'document.source_vanished',
      tell: {
        kind: 'source_vanished',
        title: (title) => `“${title}” is gone where it came from`,
        body: `${run.source.name} no longer has ${document.key}. Withdraw the text, or confirm that it is still true to keep it as yours. Until then it stays as it is.`,
        at,
      },
    },
  )
}

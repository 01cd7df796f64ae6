import { conflicts } from './conflicts'
import { injections } from './injections'
import { triage } from './triage'
import type { TextScorer } from './types'

/** What measures a set of labelled texts, by the name of its folder. A new set is one file and one line here. */
export const TEXT_SETS: Readonly<Record<string, TextScorer>> = {
  guardrail_injection: injections,
  nlupp_triage: triage,
  ramdocs: conflicts,
}

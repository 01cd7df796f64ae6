import { decimal, percent } from '../inWords'
import type { MonthReport, RankedGap } from './checkMonth'
import type { ProofReport } from './checkProof'

type Report = MonthReport & { proof: ProofReport }

const partOf = (part: number, whole: number): string =>
  whole === 0 ? 'none' : `${part} of ${whole} (${percent(part / whole)})`

/** What became of a month, in words. `details` names what is mixed and split: never of the half that is held back. */
export const formatMonth = (report: Report, { details }: { details: boolean }): string =>
  [
    `${report.asked} messages, ${report.gaps} gaps`,
    `ms a message, by quarter of the month: ${report.pace.join(', ')}`,
    `missing topics, where each stands: ${Object.entries(report.ranks)
      .map(([topic, rank]) => `${topic} ${rank ?? 'nowhere'}`)
      .join(', ')}`,
    `among them, of other topics: ${report.between.length}`,
    ...(details ? report.between.map(line) : []),
    `grouping: precision ${decimal(report.grouping.precision)}, recall ${decimal(report.grouping.recall)} over ${report.grouping.pairs} pairs; of missing topics ${decimal(report.groupingOfMissing.precision)}, ${decimal(report.groupingOfMissing.recall)}`,
    `noise that opened a gap: ${partOf(report.noise.opened, report.noise.of)}`,
    ...(details ? report.noise.examples.map((each) => `    ${each}`) : []),
    `set aside as another company’s: ${report.setAside.noise} of noise, ${report.setAside.missing} of missing topics, ${report.setAside.answerable} that a text answers`,
    ...(details ? report.setAside.examples.map((each) => `    ${each}`) : []),
    `askings that a text answers, in a gap: ${partOf(report.refusedThoughAnswerable.opened, report.refusedThoughAnswerable.of)}`,
    `askings of missing topics in no gap: ${report.missed}`,
    ...(details
      ? [
          'gaps of several topics:',
          ...report.mixed.map(line),
          'missing topics in several gaps:',
          ...Object.entries(report.split).map(([topic, each]) => `    ${topic}: ${each.join(' | ')}`),
        ]
      : [
          `gaps of several topics: ${report.mixed.length}; missing topics in several gaps: ${Object.keys(report.split).length}`,
        ]),
    `with the fact, verified: ${proofs(report.proof.withFact)}`,
    `without the fact, verified: ${proofs(report.proof.withoutFact)}`,
    ...(details
      ? [
          ...report.proof.unproven.map(({ topic, question, why }) => `    ${topic}: ${why}: ${question}`),
          ...report.proof.falseProofs.map(
            ({ topic, question, quote }) => `    ${topic}: falsely, ${question}: ${quote}`,
          ),
        ]
      : []),
    `others verified: ${report.proof.others.join(' | ') || 'none'}`,
    `taken back: ${report.proof.rolledBack ? `${report.proof.rolledBack.topic}, ${report.proof.rolledBack.reopened} of ${report.proof.rolledBack.gaps} reopened` : 'nothing had verified'}`,
  ].join('\n')

const line = ({ rank, question, seen, topic, others }: RankedGap): string =>
  `    ${rank}. ${question} (${seen}×, ${topic ?? 'noise'}${Object.entries(others)
    .map(([other, count]) => `; ${count} of ${other}`)
    .join('')})`

const proofs = (of: ProofReport['withFact']): string =>
  Object.entries(of)
    .map(([topic, { gaps, verified }]) => `${topic} ${verified}/${gaps}`)
    .join(', ')

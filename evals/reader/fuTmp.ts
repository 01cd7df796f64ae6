import { retrievalQuestion } from '/work/wt/units/src/answer/rewrite'
import { partsOf } from '/work/wt/units/src/answer/understand/parts'
import { readFileSync } from 'node:fs'
for (const f of ['demo','norrbridge']) for (const l of readFileSync(`/work/shared/data/field/${f}.jsonl`,'utf8').split('\n').filter(Boolean)) {
  const d = JSON.parse(l)
  const q = retrievalQuestion({ question: d.question, locale: 'en-GB', messages: d.earlier.flatMap((c: string) => [{ role: 'user', content: c }, { role: 'assistant', content: '…' }]) })
  const parts = partsOf(q, 'en-GB')
  if (q !== d.question || parts.length > 1) console.log(d.earlier.join(' / '), '|', d.question.slice(0, 120), '=>', q.slice(0, 160), parts.length > 1 ? parts : '')
}

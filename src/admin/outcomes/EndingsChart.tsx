'use client'

import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { EndedInSpan } from '../../measures/days'
import { ENDING_WORDS, ENDINGS, type Ending } from '../../measures/ending'

const HEIGHT = 260

/** How the conversations of each day ended, as shares that sum to 100 %. The table beneath says the same in numbers. */
export const EndingsChart = ({ days }: { days: readonly EndedInSpan[] }) => (
  <div className="vouch-chart" role="img" aria-label="How conversations ended, by day, as shares of each day">
    <ResponsiveContainer width="100%" height={HEIGHT} initialDimension={{ width: 800, height: HEIGHT }}>
      <BarChart
        data={days.map(({ day, ended, conversations }) => ({ day, conversations, ...ended }))}
        stackOffset="expand"
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        barCategoryGap="18%"
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--theme-elevation-100)" />
        <XAxis
          dataKey="day"
          tickFormatter={shortDay}
          tickLine={false}
          axisLine={false}
          minTickGap={28}
          tick={{ fill: 'var(--vouch-quiet)', fontSize: 12 }}
        />
        <YAxis
          tickFormatter={(share: number) => `${Math.round(share * 100)}%`}
          ticks={[0, 0.25, 0.5, 0.75, 1]}
          domain={[0, 1]}
          width={48}
          tickLine={false}
          axisLine={false}
          tick={{ fill: 'var(--vouch-quiet)', fontSize: 12 }}
        />
        <Tooltip
          cursor={{ fill: 'var(--theme-elevation-50)' }}
          isAnimationActive={false}
          content={dayWords}
        />
        {ENDINGS.map((ending) => (
          <Bar
            key={ending}
            dataKey={ending}
            name={ENDING_WORDS[ending].name}
            stackId="ended"
            fill={`var(--vouch-ended-${ending})`}
            isAnimationActive={false}
            maxBarSize={40}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  </div>
)

type Row = Record<Ending, number> & { day: string; conversations: number }

interface Shown {
  active?: boolean
  payload?: readonly { payload?: unknown }[]
}

function dayWords({ active, payload }: Shown) {
  const row = payload?.[0]?.payload as Row | undefined
  return active && row ? (
    <div className="vouch-chart__words">
      <strong>{shortDay(row.day)}</strong>
      {row.conversations === 0 && <p>No conversation</p>}
      {ENDINGS.filter((ending) => row[ending] > 0).map((ending) => (
        <p key={ending}>
          <span className={`vouch-ending vouch-ending--${ending}`} />
          {ENDING_WORDS[ending].name} {Math.round((row[ending] / row.conversations) * 100)}% · {row[ending]}{' '}
          of {row.conversations}
        </p>
      ))}
    </div>
  ) : null
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const shortDay = (day: string): string => DAY.format(new Date(day))

import type { ReactNode } from 'react'

/** Pixels of the drawing; it is scaled to the page's width. */
const WIDTH = 460
const HEIGHT = 300
const LEFT = 66
const BOTTOM = 40
const MARGIN = 22

/** From a share (0 to 1, or up to `max`) to a place in the drawing. */
export const at = (max = 1) => ({
  x: (share: number): number => LEFT + share * (WIDTH - LEFT - MARGIN),
  y: (share: number): number => HEIGHT - BOTTOM - (share / max) * (HEIGHT - BOTTOM - MARGIN),
})

/** Axes of two shares with their grid, and whatever is drawn in them. */
export const Plot = (o: {
  title: string
  xName: string
  yName: string
  /** The highest share on the vertical axis. */
  max?: number
  children: ReactNode
}) => {
  const { title, xName, yName, max = 1, children } = o
  const { x, y } = at(max)
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
      {TICKS.map((tick) => (
        <g key={tick}>
          <line className="grid" x1={x(0)} x2={x(1)} y1={y(tick * max)} y2={y(tick * max)} />
          <text className="tick" x={LEFT - 8} y={y(tick * max) + 4} textAnchor="end">
            {inPercent(tick * max)}
          </text>
          <text className="tick" x={x(tick)} y={HEIGHT - BOTTOM + 18} textAnchor="middle">
            {inPercent(tick)}
          </text>
        </g>
      ))}
      {children}
      <text className="axis" x={x(0.5)} y={HEIGHT - 4} textAnchor="middle">
        {xName}
      </text>
      <text className="axis" transform={`translate(11 ${y(max / 2)}) rotate(-90)`} textAnchor="middle">
        {yName}
      </text>
    </svg>
  )
}

const TICKS = [0, 0.25, 0.5, 0.75, 1]
const inPercent = (share: number): string => `${Math.round(100 * share)} %`

/** How much of something is done, drawn; the words stand beside it. @param total null or 0: not known yet. */
export const ProgressBar = ({
  label,
  done,
  total,
}: {
  label: string
  done: number
  total: number | null | undefined
}) => {
  const percent = total ? Math.round((done / total) * 100) : 0
  return (
    <div
      className="vouch-build__bar"
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <span style={{ width: `${percent}%` }} />
    </div>
  )
}

import type { Rate } from '../../measures/types'

/** A share with what it is a share of, each leading to its conversations; where there is nothing to share it says so. */
export const ShareOf = ({
  rate: { count, of, share },
  countHref,
  ofHref,
}: {
  rate: Rate
  countHref?: string
  ofHref?: string
}) =>
  share === null ? (
    <span className="vouch-quiet">none to count</span>
  ) : (
    <>
      <strong>{percent(share)}</strong>{' '}
      <span className="vouch-quiet vouch-share-of">
        <Number value={count} href={countHref} /> of <Number value={of} href={ofHref} />
      </span>
    </>
  )

const Number = ({ value, href }: { value: number; href: string | undefined }) => {
  const words = value.toLocaleString('en-GB')
  return href && value > 0 ? <a href={href}>{words}</a> : words
}

/** `72%`; what is not nothing and not all is never rounded to it. */
export const percent = (share: number): string => {
  const whole = Math.round(share * 100)
  if (whole === 0 && share > 0) return '<1%'
  return whole === 100 && share < 1 ? '>99%' : `${whole}%`
}

/** Whether a person’s last day is over. */
export function hasLeft({ leftAt }: { leftAt?: string | null }): boolean {
  return Boolean(leftAt && Date.parse(leftAt) <= Date.now())
}

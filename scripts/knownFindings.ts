import type { Finding } from './browser'

/**
 * What axe-core finds in Payload 3.90’s own parts, which we do not draw: its selects, date pickers, pagination, tabs, row boxes and
 * the toolbar of its editor. Anything else is ours to mend. Look again at every upgrade of Payload.
 */
const PAYLOADS_OWN: readonly { rules: readonly string[]; target: RegExp }[] = [
  {
    rules: ['aria-hidden-focus', 'nested-interactive', 'label', 'label-title-only', 'color-contrast'],
    target: /react-select|rs__|dropdown-indicator|clear-indicator|multi-value/,
  },
  { rules: ['label'], target: /react-datepicker|^input\[value="[A-Z][a-z]{2} \d/ },
  { rules: ['button-name'], target: /date-time-picker__clear-button|clickable-arrow--/ },
  { rules: ['nested-interactive'], target: /^div\[aria-describedby="_[Rr]_/ },
  { rules: ['list', 'label-content-name-mismatch'], target: /doc-tabs|a\[aria-label="Versions"\]/ },
  { rules: ['label', 'label-title-only'], target: /^#_[Rr]_\w+_$|#select-all/ },
  { rules: ['aria-input-field-name'], target: /ContentEditable__root/ },
  { rules: ['button-name'], target: /toolbar-popup__|popup-button/ },
]

/** A finding without the elements that are Payload’s; null when nothing is left of it. */
export const withoutPayloadsOwn = (finding: Finding): Finding | null => {
  const targets = finding.targets.filter(
    (target) =>
      !PAYLOADS_OWN.some((known) => known.rules.includes(finding.rule) && known.target.test(target)),
  )
  return targets.length ? { ...finding, targets } : null
}

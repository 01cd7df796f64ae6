/** The page's only style; it loads nothing from anywhere. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1c2024; --quiet: #60646c; --line: #e1e4e8; --page: #fff; --card: #f7f8fa;
  --accent: #0b6b5d; --shade: 11 107 93; --bad: #b3372b; --target: #b3372b; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --quiet: #9aa0a8; --line: #33373d; --page: #16181b;
  --card: #1e2125; --accent: #63cdb9; --shade: 99 205 185; --bad: #f0857a; --target: #f0857a; } }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 32px 24px 64px; max-width: 1080px; background: var(--page); color: var(--ink);
  font: 15px/1.5 system-ui, sans-serif }
h1 { margin: 0 0 4px; font-size: 28px; letter-spacing: -.01em } h2 { margin: 44px 0 12px; font-size: 19px }
h3 { margin: 26px 0 8px; font-size: 15px } p { margin: 0 0 12px; max-width: 72ch } .under { margin-top: 12px } .quiet { color: var(--quiet) }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(158px, 1fr)); gap: 12px; margin: 24px 0 0 }
.tile { padding: 14px 16px; border-radius: 10px; background: var(--card) }
.tile b { display: block; font-size: 25px; font-weight: 600; font-variant-numeric: tabular-nums; white-space: nowrap }
.tile span { font-size: 13px; color: var(--quiet) } .tile.bad b { color: var(--bad) }
.curves { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(420px, 100%), 1fr)); gap: 24px }
figure { margin: 0 } figcaption { font-size: 13px; color: var(--quiet); margin-top: 4px }
svg { width: 100%; height: auto; display: block; overflow: visible }
svg text { fill: var(--quiet); font-size: 11.5px } svg .axis { fill: var(--ink); font-size: 12.5px }
.grid { stroke: var(--line) } .target { stroke: var(--target); stroke-dasharray: 5 4; stroke-width: 1.2 }
svg .note { fill: var(--target) } .ours { fill: none; stroke: var(--accent); stroke-width: 2.2; stroke-linejoin: round }
.ours.thin { stroke-width: 1.2; opacity: .6 } .bin { fill: var(--accent); fill-opacity: .75 }
.today { fill: var(--page); stroke: var(--accent); stroke-width: 3 }
.scroll { overflow-x: auto } table { border-collapse: collapse; width: 100%; font-size: 14px }
th { text-align: left; font-weight: 500; color: var(--quiet); font-size: 13px; vertical-align: bottom }
th, td { padding: 7px 12px 7px 0; border-bottom: 1px solid var(--line) } td { vertical-align: top }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap } tr.main td { font-weight: 600 }
.confusion th.number, .confusion td.number { text-align: center; padding: 7px 12px; width: 120px }
.wide { width: 34%; vertical-align: middle } .bar { height: 10px; border-radius: 5px; background: var(--accent) }
.bar.less { background: var(--bad) } .questions td { padding-right: 16px } .questions td:first-child { width: 34% }
.questions .id { display: block; font-size: 12px; color: var(--quiet); overflow-wrap: anywhere }
`

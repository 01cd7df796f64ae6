import { always, type Sign } from '../signs'

/** People and animals that may come to harm. */
const SOMEBODY =
  "(?:me|us|him|her|my (?:\\w+'?s? )?(?:\\w+)|our (?:\\w+)|the (?:baby|child|kids?|dog|cat|toddler))"

/** Fire, gas, current, heat, falling things: somebody is hurt or may be. */
export const SAFETY: Sign[] = [
  always(
    /\b(?:is|are|was|started|starts|'s|keeps|began) (?:\w+ )?(?:smoking|smouldering|sparking|burning up|on fire|swelling|swollen|melting|leaking (?:gas|acid))\b/,
  ),
  always(
    /\bsmoke (?:is |was )?(?:coming|comes|came|pouring)\b|\bcaught fire\b|\bburst into flames\b|\bburning smell\b|\bsmells? (?:of|like) (?:burning|gas|smoke)\b/,
  ),
  always(
    /\bexploded\b|\bswollen battery\b|\bbattery (?:has )?(?:swelled|swollen|burst)\b|\bgas leak\b|\bcarbon monoxide alarm\b|\belectric(?:al)? shock (?:from|off)\b|\b(?:got|gave me) an? (?:\w+ )?shock\b|\belectrocuted\b/,
  ),
  always(
    /\b(?:sparks?|flames?|smoke|fumes) (?:is |are |was |were |keeps? |started |start )?(?:\w+ )?(?:coming|flying|shooting|pouring|jumping|billowing|rising) (?:out|from|off|up)\b|\b(?:sparks|sparking|sparked|smouldering|arcing) (?:when|whenever|every time|each time|as soon|if i|and)\b/,
  ),
  always(
    /\b(?:looks?|looking|seems?|feels?|has gone|gone|went|got|getting|gets|is|are|has|have|was) (?:\w+ ){0,2}?(?:swollen|swelled|bulging|bulged|bloated)\b|\b(?:red|burning|scalding|boiling|glowing) hot\b(?=.*\b(?:touch|hand|charg\w+|battery|plug|socket|smell\w*|burn\w*|hold)\b)/,
  ),
  always(
    new RegExp(
      String.raw`\b(?:fell|fallen|collapsed|came down|toppled|tipped|landed|exploded|burst|shattered) (?:over |down )?(?:on|onto|on top of|in front of|next to) ${SOMEBODY}\b|\b(?:zapped|shocked|electrocuted|burned|burnt|scalded|injured|cut|hurt|choked|choking) ${SOMEBODY}\b(?! off)`,
    ),
  ),
  always(
    /\b(?:i|we|can|could|there's|there is|strong|a|the|of) smell(?:s|ing|ed)? (?:of )?(?:gas|burning|smoke)\b|\bsmell(?:s|ing|ed)? gas\b|\bstinks? of (?:gas|burning|smoke|burnt)\b|\b(?:trapped|stuck) (?:in|inside|under) (?:the|your|a|this) (?:lift|elevator|machine|room|building|shop|toilet)\b/,
  ),
  always(
    /\bbrakes? (?:have |has |just |suddenly |completely )*(?:failed|stopped working|don't work|do not work|gone|went)\b|\b(?:bare|live|exposed|hanging) (?:wires?|cables?)\b(?=.*\b(?:out|hanging|touch\w*|child\w*|kids|dangerous|down)\b)/,
  ),
]

import { always, type Sign } from '../signs'

/** Whoever is meant: the customer, or somebody whom they fear for. */
const SELF = '(?:myself|himself|herself|themsel(?:f|ves))'
const LIFE = '(?:(?:my|his|her|their) (?:own )?li(?:fe|ves))'
const NOT = "(?:don't|dont|do not|doesn't|doesnt|does not|didn't|never|no longer|can't|cant|cannot|not)"
/** To go on living, in the words that people use for it. */
const LIVE =
  '(?:live|living|be alive|being alive|be here|being here|exist|existing|be around|wake up(?! (?:the|my|our|a|to|at|his|her)\\b)|waking up(?! (?:the|my|our|a|to|at|his|her)\\b)|be on this earth|be in this world|go on living|keep on? living|carry on living)'
const GO_ON = `(?:${LIVE}|going on|go on|carrying on|carry on|keeping going|keep going|life|my life)`

/** Somebody does not want to live, or harms themselves: the customer, or somebody whom they fear for. */
export const SELF_HARM: Sign[] = [
  always(
    new RegExp(
      String.raw`\b(?:kill|hurt|harm|cut|hang|drown|shoot|starve|poison|stab)(?:s|t?ing)? (?:${SELF}|(?:my|his|her|their) (?:arms?|wrists?|legs?)(?= (?:when|again|because|to|every|since)|[.,!]|$))\b|\bsuicid(?:e|al)\b(?! (?:prevention|awareness|squad|sprints?|door|doors|charity|bunt))|\bself[- ]harm|\bunalive\b`,
    ),
  ),
  always(
    new RegExp(
      String.raw`\b(?:end|ending|ended|take|taking|took|taken) ${LIFE}\b|\bend(?:ing)? (?:it all|everything)\b|\bend(?:ing)? (?:it|things)(?= (?:tonight|today|now|soon|for good|for ever|forever|myself)|[.!]|$)`,
    ),
  ),
  always(
    new RegExp(
      String.raw`\b${NOT} (?:\w+ )?(?:want|wants|wish|wishes|wanting|wanna|care|deserve|deserves|bear|see (?:myself|the point (?:in|of))) ?(?:to |if i )?(?:\w+ )?${LIVE}\b(?! with(?:out)? (?:this|that|the|it)| when| if | for the delivery)`,
    ),
  ),
  always(
    new RegExp(
      String.raw`\b(?:no|any|the|see no|what(?:'s| is) the|lost (?:the|my|all)) (?:\w+ )?(?:point|reason|sense|purpose|use|will|wish)(?: left)? (?:in|of|to|for) (?:\w+ )?${GO_ON}(?! insurance| cover)\b`,
    ),
  ),
  always(
    /\b(?:nothing|not much|no one|nobody) (?:left )?to live for\b|\blife (?:isn't|isnt|is not|is no longer|has stopped being) worth\b|\bgiv(?:e|ing|en) up on (?:my )?life\b|\b(?:don't|dont|do not|no longer) want (?:this|my|a|any) life\b|\btired of (?:living|life|being alive)\b/,
  ),
  always(
    /\b(?:better off|happier|easier|better) (?:for (?:everyone|everybody|them|all) )?(?:without me|dead|if i (?:was|were|am|wasn't|weren't|'m) (?:dead|gone|not here|here|around|alive))\b|\b(?:miss me|notice|care|cry) if i (?:was|were|wasn't|weren't|am|died)(?: (?:dead|gone|not here|here|around))?\b|\bno future (?:left )?for me\b|\b(?:i'll|i will|she'll|he'll) be dead (?:by|before|soon|tonight|tomorrow|in)\b|\b(?:wish|rather) (?:that )?(?:i (?:was|were|had|could) )?(?:just )?(?:be )?(?:dead|never (?:been )?born|never wake|not (?:be here|wake up|exist))\b/,
  ),
  always(
    /\b(?:want|wants|wanted|wanna|ready|going|need|like) (?:to )?(?:just |only )?(?:die|be dead|(?:it|this|everything) all to (?:stop|end|be over)|disappear(?: forever| for good|[.,!]|$)|not wake up|never wake up|stop existing|sleep forever)\b/,
  ),
  always(
    /\bjump(?:ing|ed|s)? (?:off|from|out of) (?:a|the|my|this|our) (?:\w+ )?(?:bridge|balcony|roof|building|cliff|window|car park|tower)\b|\b(?:step|stepping|jump|jumping|walk|walking|throw|lie|lying)\b[^.?!]{0,20}\b(?:in front of|under) (?:a|the) (?:train|bus|lorry|truck|tube)\b/,
  ),
  always(
    /\boverdos(?:e|ed|ing)\b|\b(?:taken|took|swallowed|swallowing) (?:\w+ ){0,4}?(?:pills|tablets|paracetamol|painkillers|sleeping)\b|\b(?:dark|suicidal) thoughts\b|\bnever wake up again\b/,
  ),
]

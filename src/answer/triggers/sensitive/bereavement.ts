import { always, type Sign } from '../signs'

const RELATIVE =
  '(?:husband|wife|partner|spouse|father|dad|mother|mum|mom|parents?|son|daughter|child|brother|sister|gran\\w*|nan|uncle|aunt|friend|fianc[eé]e?)'

/** In whose name a contract may be. */
const HOLDER =
  '(?:(?:account|policy|card|contract|ticket|key)[ -]?holder|tenant|lodger|neighbou?r|flatmate|housemate|boyfriend|girlfriend|nephew|niece|cousin|twin|carer|(?:son|daughter|mother|father|brother|sister)-in-law|baby|customer)'
const SOON =
  '(?:(?:,|has|had|have|just|sadly|suddenly|recently|unexpectedly|peacefully|also|who|now|already|unfortunately) ?)*'
/** Said of people alone. */
const DIED = String.raw`(?:passed (?:away|over)|died|has died|is no longer with us|isn't with us any ?more|is no more|lost (?:his|her) (?:life|battle|fight)|didn't (?:make it|survive)|did not (?:make it|survive)|is deceased|took (?:his|her) (?:own )?life|committed suicide)(?! (?:to know|for a|of boredom|laughing|on me))`
/** Where the subject is named; said of exams and batteries too. */
const GONE = String.raw`(?:passed(?: on)?(?= ?(?:[.,;!]|$)| (?:and (?:i|we|his|her|the)|last|in|yesterday|suddenly|this|on|two|a few|mon|tues|wednes|thurs|fri|satur|sun))|(?:is|was) (?:now )?dead|was killed|is gone now|(?:'s| is) gone(?=.*\b(?:funeral|grave|estate|buried|cremat\w+)\b))`
const KIN = String.raw`(?<!['’]s )(?:${RELATIVE}|${HOLDER})(?! (?:in the (?:shop|store)))`

/** Somebody has died, and the customer sorts out what is left. */
export const BEREAVEMENT: Sign[] = [
  always(new RegExp(String.raw`\b${KIN},? ${SOON}(?:${DIED}|${GONE})`)),
  // One word more where it is said whose: a name.
  always(new RegExp(String.raw`\b(?:my|our) (?:\w+ )?${KIN},? [\w-]+,? ${SOON}${DIED}`)),
  always(new RegExp(String.raw`\b(?:he|she) ${SOON}${DIED}`)),
  always(new RegExp(String.raw`\b(?:my|our|his|her) late ${RELATIVE}\b`)),
  always(
    /\b(?:i'm|i am|i've been|i have been|we are) (?:named |appointed )?(?:the |an |as )?(?:executor|executrix|administrator of (?:the|his|her) estate|next of kin)\b|\bwidow(?:ed|er)?\b.*\bi\b|\bi(?:'m| am) (?:recently )?(?:a )?widow/,
  ),
  always(
    new RegExp(
      String.raw`\b(?:death of|lost|losing|the loss of) (?:my|our|her|his) (?:\w+ )?(?:${RELATIVE}|baby|twins?)(?!['’]?s|\w| (?:phone|card|key|number|password|ticket|parcel|in the (?:shop|store)))\b`,
    ),
  ),
  always(
    new RegExp(
      String.raw`\bdeath in (?:the|my|our) family\b|\b(?:some(?:one|body)(?:'s| has| is|'d)?|(?:founder|boss|colleague|client|member|patient|owner)(?: has)?) (?:just )?(?:died|passed away)\b|\b(?:laid (?:\w+ ){1,3}to rest|(?:bury|buried|burying|cremate|cremated|cremating) (?:my|our|him|her|mum|mom|dad|gran\w*|nan)|funeral (?:is|was|takes place|costs? for)|death cert(?:ificate)?|found dead|rip (?:my|our|mum|dad|nan|gran\w*))\b|\bprobate (?:for|of) (?:my|our|his|her)\b|\b(?:his|her|their|${RELATIVE}'s) (?:estate|funeral|probate|death certificate)\b|\bwe lost (?:mum|mom|dad|gran\w*|nan|granny)\b(?!['’])`,
    ),
  ),
]

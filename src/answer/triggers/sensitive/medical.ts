import { always, type Sign } from '../signs'

/** Somebody is hurt, or may have taken in what harms them: a doctor, before anybody looks at the product. */
export const MEDICAL: Sign[] = [
  always(
    /\b(?:injured|hurt|burned|burnt|cut) (?:me|myself|my (?:hand|arm|face|leg|skin|child|son|daughter|finger)\w*)\b|\b(?:having|had|has) an? (?:\w+ )?allergic reaction\b|\bambulance\b|\bswallowed (?:a|the|some|one)\b|\bchest pains?\b|\bcan't breathe\b/,
  ),
]

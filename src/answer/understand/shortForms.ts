/** What people type for whole words. Lower case only, and whole words only: a name or a code is never one. */
const SHORT_FORMS: Record<string, string> = {
  u: 'you', ur: 'your', r: 'are', pls: 'please', plz: 'please', wat: 'what', wats: "what's", whats: "what's", wot: 'what',
  wots: "what's", nxt: 'next', tmrw: 'tomorrow', tmr: 'tomorrow', tomoz: 'tomorrow', thx: 'thanks', dont: "don't", cant: "can't",
  wont: "won't", doesnt: "doesn't", isnt: "isn't", didnt: "didn't", hasnt: "hasn't", havent: "haven't", im: "I'm", ive: "I've",
  gonna: 'going to', wanna: 'want to', gotta: 'have to', b4: 'before', msg: 'message', hrs: 'hours', hr: 'hour', mins: 'minutes',
  wk: 'week', wks: 'weeks', yr: 'year', yrs: 'years', mth: 'month', mths: 'months', cos: 'because', coz: 'because', tho: 'though',
  abt: 'about', wen: 'when', wer: 'where', hw: 'how', ppl: 'people', bday: 'birthday', addy: 'address', hows: "how's",
  wheres: "where's", whens: "when's", whos: "who's", thats: "that's", theres: "there's", youre: "you're", lemme: 'let me',
  gimme: 'give me', cuz: 'because', ya: 'you', jus: 'just', wud: 'would',
  cud: 'could', shud: 'should', frm: 'from', bk: 'back', pymt: 'payment', acct: 'account', 
  tel: 'telephone',  tues: 'Tuesday', weds: 'Wednesday',
  thurs: 'Thursday', fri: 'Friday',
} // prettier-ignore

/** The text with what people type for whole words written out; English only. */
export const withoutShortForms = (text: string): string =>
  text.replace(
    /(?<![\p{L}\p{N}@.#/_'’&-])\p{Ll}[\p{Ll}\p{N}]*(?![\p{L}\p{N}@#/_'’&-]|\.\p{L})/gu,
    (word) => SHORT_FORMS[word] ?? word,
  )

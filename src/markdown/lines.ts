const IDEOGRAPH = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`
const BETWEEN_IDEOGRAPHS = new RegExp(
  String.raw`(?<=${IDEOGRAPH}|[。、，])[ \t]*\n[ \t]*(?=${IDEOGRAPH})`,
  'gu',
)

/** A line end in a paragraph is a blank; between ideographs it is nothing. */
export const joinLines = (text: string): string =>
  text.includes('\n') ? text.replace(BETWEEN_IDEOGRAPHS, '').replace(/[ \t]*\n[ \t]*/g, ' ') : text

/** A field of Word: an instruction, and the result that is shown in its place. */
interface Field {
  instruction: string
  /** What comes by now is its result, not its instruction. */
  showing: boolean
}

/** Follows the fields through a document: what is an instruction is not read, what is a result is. */
export class FieldTracker {
  #open: Field[] = []

  begin(): void {
    this.#open.push({ instruction: '', showing: false })
  }

  instruct(text: string): void {
    const field = this.#open.at(-1)
    if (field && !field.showing) field.instruction += text
  }

  separate(): void {
    const field = this.#open.at(-1)
    if (field) field.showing = true
  }

  end(): void {
    this.#open.pop()
  }

  /** Whether text that comes by now is seen. */
  get visible(): boolean {
    return this.#open.every(({ showing }) => showing)
  }

  /** Where the text leads that comes by now, when a field makes it a link. */
  get href(): string | undefined {
    return this.#open.map(({ instruction }) => hrefOf(instruction)).findLast(Boolean)
  }

  /** Whether a list of contents is coming by, which repeats the headings. */
  get inContents(): boolean {
    return this.#open.some(({ instruction }) => /^\s*(TOC|INDEX|TOA)\b/i.test(instruction))
  }
}

const hrefOf = (instruction: string): string | undefined =>
  /^\s*HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]+)"/i.exec(instruction)?.[1]

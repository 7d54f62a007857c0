// Where the reading of a YAML text stands, and what comes next there.

/** Where the parser stops and its words for it. */
export class SyntaxStop extends Error {
  constructor(
    readonly offset: number,
    message: string,
  ) {
    super(message);
  }
}

export class Characters {
  at = 0;
  line = 0;
  lineStart = 0;

  constructor(readonly text: string) {}

  char(ahead = 0): string {
    return this.text[this.at + ahead] ?? '';
  }

  column(): number {
    return this.at - this.lineStart;
  }

  eat(count = 1): void {
    for (; count > 0 && this.at < this.text.length; count -= 1) {
      if (this.text[this.at] === '\n') {
        this.line += 1;
        this.lineStart = this.at + 1;
      }
      this.at += 1;
    }
  }

  isBreak(ahead = 0): boolean {
    return this.char(ahead) === '\n' || (this.char(ahead) === '\r' && this.char(ahead + 1) === '\n');
  }

  eatBreak(): void {
    this.eat(this.char() === '\r' ? 2 : 1);
  }

  isBlank(ahead = 0): boolean {
    return this.char(ahead) === ' ' || this.char(ahead) === '\t';
  }

  isSpaceOrEnd(ahead = 0): boolean {
    return this.isBlank(ahead) || this.isBreak(ahead) || this.char(ahead) === '';
  }

  isDocumentMark(mark: string): boolean {
    return this.column() === 0 && this.text.startsWith(mark, this.at) && this.isSpaceOrEnd(3);
  }

  stop(message: string): never {
    throw new SyntaxStop(this.at, message);
  }
}

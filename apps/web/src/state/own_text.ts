/** The scenario texts that a visitor wrote and that are not in force: nothing that was written is lost by a click elsewhere. */

import type { PageState } from './page_state';
import { scenarioFile } from './request';

/** Ends of lines as the editor keeps them. */
export const sameText = (a: string, b: string): boolean => a.replace(/\r\n?/g, '\n') === b.replace(/\r\n?/g, '\n');

export class OwnText {
  /** What stands in the editor, where it differs from the text in force. */
  draft: string | null = null;
  /** A text whose place a lever, the picker or a link took; `run` where it had been in force. */
  aside: { text: string; run: boolean } | null = null;

  edited(text: string, state: PageState): void {
    this.draft = sameText(text, scenarioFile(state).yaml) ? null : text;
  }

  follow(before: PageState, after: PageState): void {
    const next = scenarioFile(after).yaml;
    if (scenarioFile(before).yaml === next) return;
    const mine = this.draft ?? before.yaml;
    if (mine !== null && !sameText(mine, next)) this.aside = { text: mine, run: this.draft === null };
    else if (this.aside && sameText(this.aside.text, next)) this.aside = null;
    this.draft = null;
  }

  /** Puts a text that never ran back into the editor. */
  takeUp(): void {
    this.draft = this.aside?.text ?? null;
    this.aside = null;
  }
}

/** Links within the page lead to another view of what is chosen now, and not of what was chosen when they were drawn. */

import type { App } from '../app';
import { linkTo } from '../state/hash';
import { VIEWS, type View } from '../state/page_state';

/** A link that leads where it was written to, whatever is chosen. */
export const FIXED = 'data-fixed';

/** Just before a link is looked at or followed, it is brought up to date: cheaper than to draw all of them at every step of a lever. */
export function keepLinksCurrent(root: HTMLElement, app: () => App): void {
  const renew = (event: Event): void => {
    const link = (event.target as Element).closest('a[href^="#"]');
    if (!link || link.hasAttribute(FIXED)) return;
    const fields = new URLSearchParams(link.getAttribute('href')!.slice(1));
    const view = VIEWS.find((name) => name === fields.get('view')) ?? ('world' satisfies View);
    const state = fields.get('state');
    const address = linkTo(app().state, state === null ? { view } : { view, state });
    if (link.getAttribute('href') !== address) link.setAttribute('href', address);
  };
  for (const event of ['pointerover', 'focusin', 'click']) root.addEventListener(event, renew, { capture: true });
}

/** How far down one was on each page of the browser's history. The browser itself would scroll before the views are drawn. */

const REST_MS = 100;
/** Charts that come into sight are drawn then, and the page grows by them. */
const MOST_FRAMES = 30;

/** `follow` draws what an address says; the function that comes back does so too, and then goes to where one was. */
export function keepPlaces(follow: (hash: string) => Promise<void>): () => Promise<void> {
  history.scrollRestoration = 'manual';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = (): void => {
    clearTimeout(timer);
    const kept = history.state as { top?: number } | null;
    if ((kept?.top ?? 0) !== Math.round(scrollY)) history.replaceState({ ...kept, top: Math.round(scrollY) }, '');
  };
  addEventListener('scroll', () => {
    clearTimeout(timer);
    timer = setTimeout(keep, REST_MS);
  }, { passive: true });
  addEventListener('click', keep, { capture: true });
  addEventListener('pagehide', keep);
  addEventListener('popstate', () => clearTimeout(timer));
  const top = (history.state as { top?: number } | null)?.top;
  if (top) goTo(top);
  return async () => {
    const { top } = (history.state ?? {}) as { top?: number };
    await follow(location.hash);
    if (top !== undefined) goTo(top);
  };
}

function goTo(top: number, frames = 0): void {
  scrollTo(0, top);
  if (Math.abs(scrollY - top) > 1 && frames < MOST_FRAMES) requestAnimationFrame(() => goTo(top, frames + 1));
}

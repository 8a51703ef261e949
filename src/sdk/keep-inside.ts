import { correctionInto, scaleInto, uncorrected, type Correction } from './correction';

/** The elements that the SDK adds to the page's body: lists, menus, notices and dialogs (6.2.0). */
const addedBySdk = /\bzoom-Mui(Popper|Modal|Popover|Dialog|Menu)\b/;
const smallestArea = 100;

/**
 * Keeps the SDK's lists, menus and notices inside the container. The SDK puts them into the page's body, where they open next to
 * its box, even off-screen (6.2.0). They are moved by the CSS property `translate`, which the SDK does not use. An element that is
 * too wide is scaled down, and one that is too high can be scrolled. While the container is `inert`, they are hidden. Returns a
 * function that stops it.
 */
export function keepInside(container: HTMLElement): () => void {
  if (typeof ResizeObserver === 'undefined') return () => {};
  const lists = new Map<HTMLElement, Correction>();

  function keep(list: HTMLElement) {
    const before = lists.get(list) ?? uncorrected;
    list.style.visibility = container.inert ? 'hidden' : '';
    // A dialog covers the page, and only its paper is visible.
    const isPopper = list.classList.contains('zoom-MuiPopper-root');
    const paper = list.querySelector<HTMLElement>('.zoom-MuiPaper-root');
    const moved = isPopper ? list : paper;
    if (!moved) return;
    const area = visibleArea(container);
    const scale = scaleInto(area, moved.offsetWidth);
    if (paper) limitHeight(paper, area.height / scale);
    const { m41, m42 } = new DOMMatrixReadOnly(isPopper ? getComputedStyle(list).transform : '');
    const correction = correctionInto(area, {
      at: moved.getBoundingClientRect(),
      size: { width: moved.offsetWidth, height: moved.offsetHeight },
      own: { x: m41, y: m42 },
      before,
    });
    lists.set(list, correction);
    correct(moved, correction);
  }

  const styles = new MutationObserver(keepAll);
  const sizes = new ResizeObserver(keepAll);
  function keepAll() {
    for (const list of lists.keys()) keep(list);
    // Its own changes must not trigger it again.
    styles.takeRecords();
  }

  /** The lists that are there now. */
  function find() {
    for (const list of lists.keys()) if (!list.isConnected) lists.delete(list);
    styles.disconnect();
    styles.observe(container, { attributeFilter: ['inert'] });
    for (const list of document.body.children) {
      if (!(list instanceof HTMLElement) || !addedBySdk.test(list.className)) continue;
      if (!lists.has(list)) {
        lists.set(list, uncorrected);
        sizes.observe(list);
      }
      styles.observe(list, { attributeFilter: ['style'] });
    }
    keepAll();
  }

  const bodies = new MutationObserver(find);
  bodies.observe(document.body, { childList: true });
  sizes.observe(container);
  addEventListener('scroll', keepAll, { capture: true, passive: true });
  addEventListener('resize', keepAll);
  find();
  return () => {
    for (const observer of [bodies, styles, sizes]) observer.disconnect();
    removeEventListener('scroll', keepAll, { capture: true });
    removeEventListener('resize', keepAll);
    // While no view shows the meeting, nothing of it may be visible on the page.
    for (const list of lists.keys()) list.style.visibility = 'hidden';
  };
}

function correct({ style }: HTMLElement, { x, y, scale }: Correction) {
  style.transformOrigin = '0 0';
  style.translate = x || y ? `${x}px ${y}px` : '';
  style.scale = scale < 1 ? `${scale}` : '';
}

/** The part of the container that is on the screen, or else all of it. */
function visibleArea(container: HTMLElement): DOMRect {
  const all = container.getBoundingClientRect();
  const left = Math.max(0, all.left);
  const top = Math.max(0, all.top);
  const width = Math.min(innerWidth, all.right) - left;
  const height = Math.min(innerHeight, all.bottom) - top;
  return width < smallestArea || height < smallestArea ? all : new DOMRect(left, top, width, height);
}

/** Lets a paper scroll if it is too high. Its own height can only be measured without the limit. */
function limitHeight(paper: HTMLElement, most: number) {
  const { scrollTop } = paper;
  paper.style.maxHeight = '';
  const isHigher = paper.offsetHeight > most;
  paper.style.maxHeight = isHigher ? `${Math.floor(most)}px` : '';
  paper.style.overflowY = isHigher ? 'auto' : '';
  if (isHigher) paper.scrollTop = scrollTop;
}

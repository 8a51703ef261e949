import {
  fittedVideoOptions,
  hasSize,
  isSameSize,
  learnedRatio,
  roomIn,
  scaleToFit,
  sizeOfTry,
  sizeToAsk,
  usualFrame,
} from './view-size';
import type { ZoomClient, ZoomVideoOptions, ZoomViewSize } from './zoom-sdk';

/**
 * How long to wait for the SDK to render a requested size before requesting it again, in ms. It needs one frame, but drops
 * requests while a participant joins (6.2.0), and a busy page takes longer.
 */
const renderTimes = [200, 200, 200, 200, 1000, 2000, 4000];
/** How many times to request a size before the view is shown with its current size. */
const triesUntilShown = 4;

/** The SDK's view in its box, as rendered. */
interface RenderedView extends ZoomViewSize {
  /** The name of the view, and the number of participants if its ratio depends on it. */
  key: string;
  /** The toolbars and borders around it. */
  frame: ZoomViewSize;
}

/**
 * Makes the SDK's box fill its container in one dimension, which the SDK itself does not do (observed with 6.2.0): requests the
 * size, learns the ratio of each view from the result, and scales the box down as a last resort. Returns a function that stops it.
 *
 * @param root The element that the SDK renders into; its size and scale are set.
 * @param onSteady Called with true when the box has had the right size for two frames, and with false when there is no box.
 */
export function fitView(
  root: HTMLElement,
  container: HTMLElement,
  client: () => ZoomClient | undefined,
  wanted: () => ZoomVideoOptions | undefined,
  onSteady: (isSteady: boolean) => void,
): () => void {
  if (typeof ResizeObserver === 'undefined') {
    onSteady(true);
    return () => {};
  }
  let box: HTMLElement | null = null;
  let viewId = '';
  /** The ratio of each view that was rendered higher than requested. */
  const ratios = new Map<string, number>();
  let asked: ZoomViewSize | undefined;
  /** The size to request. */
  let target: ZoomViewSize | undefined;
  /** The size of the box at the last request, until the size changes. */
  let before: string | undefined;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;

  const sizeOf = ({ offsetWidth, offsetHeight }: HTMLElement) => `${offsetWidth} ${offsetHeight}`;
  const visiblePanel = () => root.querySelector<HTMLElement>('[role=tabpanel]:not([hidden])');

  function read(from: HTMLElement): RenderedView {
    const panel = visiblePanel();
    const width = panel?.offsetWidth ?? from.offsetWidth - usualFrame.width;
    const height = panel?.offsetHeight ?? from.offsetHeight - usualFrame.height;
    const people = Math.min(4, countPeople());
    return {
      key: viewId.includes('ribbon') ? `${viewId} ${people}` : viewId,
      width,
      height,
      frame: { width: from.offsetWidth - width, height: from.offsetHeight - height },
    };
  }

  /** Also called while React renders, which an error of the SDK must not stop. */
  function countPeople(): number {
    try {
      return client()?.getAttendeeslist().length ?? 0;
    } catch {
      return 0;
    }
  }

  function ask(size: ZoomViewSize) {
    asked = size;
    before = box ? sizeOf(box) : undefined;
    // The SDK throws until it has rendered for the first time, and rejects outside a meeting (6.2.0). `init` has told it the size.
    void (async () => client()?.updateVideoOptions(fittedVideoOptions(size, wanted())))().catch(() => {});
  }

  /** Requests another size if the box does not have the right one. Returns whether it has. */
  function adjust(from: HTMLElement): boolean {
    const view = read(from);
    const hasRendered = before === undefined || before !== sizeOf(from);
    if (hasRendered) before = undefined;
    // `init` was told the size of the container.
    asked ??= roomIn(container);
    const learned = hasRendered ? learnedRatio(view, asked) : undefined;
    if (learned !== undefined) ratios.set(view.key, learned);
    target = sizeToAsk(roomIn(container, view.frame), ratios.get(view.key));
    if (isSameSize(target, asked)) return hasSize(view, target);
    ask(target);
    return false;
  }

  /** Puts the box in the middle of the container, and scales it down if it is larger. */
  function place(from: HTMLElement) {
    const { offsetWidth, offsetHeight } = from;
    const scale = scaleToFit(container, from);
    // The root gets the size of the box, which is out of the normal flow. This centres the box, and leaves room for the SDK's
    // notices.
    const even = (size: number) => `${size + (size % 2)}px`;
    const transform = scale < 1 ? `scale(${scale})` : '';
    Object.assign(root.style, { width: even(offsetWidth), height: even(offsetHeight), transform });
  }

  function fit() {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    if (!box) return;
    const from = box;
    // The SDK ignores the size in this view (6.2.0): a strip as wide as the container.
    const isStrip = viewId.includes('minimized');
    from.style.width = isStrip ? `${container.clientWidth}px` : '';
    const isFitted = isStrip || adjust(from);
    place(from);
    // A view that is scaled down is too small to read, so the size is requested until the SDK renders it.
    const renderTime = renderTimes[tries] ?? (root.style.transform ? 4000 : undefined);
    if (!isFitted && renderTime !== undefined) {
      timer = setTimeout(() => {
        tries += 1;
        before = undefined;
        if (target) ask(sizeOfTry(target, tries));
        fit();
      }, renderTime);
      if (tries < triesUntilShown) return;
    }
    const size = sizeOf(from);
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => (sizeOf(from) === size ? onSteady(true) : fit()));
    });
  }

  const boxes = new ResizeObserver(fit);
  /** The SDK renders its box when it joins, and another view in it when the user chooses one. */
  function follow() {
    const found = root.querySelector<HTMLElement>('.react-resizable');
    const foundId = (found && visiblePanel()?.id) ?? '';
    if (found === box && foundId === viewId) return;
    if (found !== box) {
      root.style.width = root.style.height = root.style.transform = '';
      boxes.disconnect();
      before = undefined;
      onSteady(false);
    }
    box = found;
    viewId = foundId;
    tries = 0;
    if (box) boxes.observe(box);
    fit();
  }
  const renders = new MutationObserver(follow);
  const containers = new ResizeObserver(() => {
    tries = 0;
    fit();
  });
  onSteady(false);
  follow();
  renders.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ['hidden'] });
  containers.observe(container);
  return () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    for (const observer of [boxes, containers, renders]) observer.disconnect();
  };
}

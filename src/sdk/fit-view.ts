import type { ZoomClient, ZoomVideoOptions, ZoomViewSize } from './zoom-sdk';

/** The toolbars and borders that the SDK adds to the size it is asked for, in px (observed with 6.2.0). */
const chrome = { width: 4, height: 85 };

/** How long the SDK's box is left alone after it changed, in ms: the SDK drops what comes too soon (6.2.0). */
const restTime = 200;

/** `customize.video` for a size: no dragging and no resizing by hand. What the app asks for wins. */
export function fittedVideoOptions(
  size: ZoomViewSize | undefined,
  wanted: ZoomVideoOptions | undefined,
): ZoomVideoOptions {
  return {
    isResizable: false,
    defaultViewType: 'gallery',
    ...wanted,
    popper: { disableDraggable: true, ...wanted?.popper },
    ...(size && { viewSizes: { default: size, ribbon: size, ...wanted?.viewSizes } }),
  };
}

/** The size to ask the SDK for, so that its view with toolbars fills the container. */
export function roomIn({ clientWidth, clientHeight }: HTMLElement): ZoomViewSize {
  return {
    width: Math.max(1, clientWidth - chrome.width),
    height: Math.max(1, clientHeight - chrome.height),
  };
}

/** A smaller size in the proportions that the SDK's box came out with: it ignores a height that its tiles do not fit. */
function narrower({ width, height }: ZoomViewSize, box: HTMLElement): ZoomViewSize {
  const proportions = (box.offsetHeight - chrome.height) / (box.offsetWidth - chrome.width);
  return { width: Math.floor(Math.min(width, height / proportions)), height };
}

/**
 * Keeps the SDK's box in its container, which the SDK itself ignores (observed with 6.2.0): asks for the container's
 * size, then for less width if the box comes out too high, and scales it if that does not help. Returns a function that
 * stops it.
 *
 * @param root The element that the SDK renders into; it gets place and scale.
 */
export function fitView(
  root: HTMLElement,
  container: HTMLElement,
  client: () => ZoomClient | undefined,
  wanted: () => ZoomVideoOptions | undefined,
): () => void {
  if (typeof ResizeObserver === 'undefined') return () => {};
  let box: HTMLElement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const ask = (size: ZoomViewSize) => {
    // The SDK throws until it has rendered for the first time, and rejects outside a meeting (6.2.0). `init` has told it the size.
    void (async () => client()?.updateVideoOptions(fittedVideoOptions(size, wanted())))().catch(() => {});
  };
  const fit = () => {
    clearTimeout(timer);
    if (!box) return;
    const { offsetWidth, offsetHeight } = box;
    const scale = Math.min(1, container.clientWidth / offsetWidth, container.clientHeight / offsetHeight);
    // As large as the box, which is out of its flow: it is centred by that, and the SDK's notices have room in it.
    const even = (size: number) => `${size + (size % 2)}px`;
    const transform = scale < 1 ? `scale(${scale})` : '';
    Object.assign(root.style, { width: even(offsetWidth), height: even(offsetHeight), transform });
    if (scale < 1) timer = setTimeout(() => box && ask(narrower(roomIn(container), box)), restTime);
  };
  const boxes = new ResizeObserver(fit);
  /** The SDK renders its box when it joins, and another one when the view changes. */
  const findBox = () => {
    const found = root.querySelector<HTMLElement>('.react-resizable');
    if (found === box) return;
    box = found;
    root.style.width = root.style.height = root.style.transform = '';
    boxes.disconnect();
    if (box) boxes.observe(box);
  };
  const renders = new MutationObserver(findBox);
  const containers = new ResizeObserver(() => {
    ask(roomIn(container));
    fit();
  });
  findBox();
  renders.observe(root, { childList: true, subtree: true });
  containers.observe(container);
  return () => {
    clearTimeout(timer);
    for (const observer of [boxes, containers, renders]) observer.disconnect();
  };
}

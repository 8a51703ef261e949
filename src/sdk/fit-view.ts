import type { ZoomClient, ZoomVideoOptions, ZoomViewSize } from './zoom-sdk';

/** The toolbars and borders that the SDK adds to the size it is asked for, in px (observed with 6.2.0). */
const chrome = { width: 4, height: 85 };

/** How often the SDK is asked for less width before a scale has to do. */
const maxTries = 5;

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

/**
 * The size to ask for when the SDK's view came out too high. It keeps the proportions of its tiles and ignores a
 * height that they do not fit, so it has to be asked for less width.
 */
export function narrower(asked: ZoomViewSize, box: ZoomViewSize): ZoomViewSize {
  const proportions = (box.height - chrome.height) / (box.width - chrome.width);
  return { ...asked, width: Math.floor(Math.min(asked.width, asked.height / proportions)) };
}

/** Where the SDK's box belongs in the container: in the middle, and smaller if it still does not fit. */
export function placement(box: ZoomViewSize, container: ZoomViewSize) {
  const scale = Math.min(1, container.width / box.width, container.height / box.height);
  return {
    scale,
    x: Math.max(0, (container.width - box.width * scale) / 2),
    y: Math.max(0, (container.height - box.height * scale) / 2),
  };
}

/**
 * Keeps the SDK's box in its container, which the SDK itself ignores (observed with 6.2.0): asks for the container's
 * size, for less width if the box comes out too high, and moves it to the middle. Returns a function that stops it.
 *
 * @param root The element that the SDK renders into; it gets the transform.
 */
export function fitView(
  root: HTMLElement,
  container: HTMLElement,
  client: () => ZoomClient | undefined,
  wanted: () => ZoomVideoOptions | undefined,
): () => void {
  if (typeof ResizeObserver === 'undefined') return () => {};
  let box: HTMLElement | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;

  const ask = (size: ZoomViewSize) => {
    try {
      client()?.updateVideoOptions(fittedVideoOptions(size, wanted()));
    } catch {
      // The SDK throws here until it has rendered for the first time; init has told it the size.
    }
  };
  const place = () => {
    const size = { width: box?.offsetWidth ?? 0, height: box?.offsetHeight ?? 0 };
    if (!size.width || !size.height) return;
    const { scale, x, y } = placement(size, { width: container.clientWidth, height: container.clientHeight });
    root.style.transform = `translate(${x}px, ${y}px)${scale === 1 ? '' : ` scale(${scale})`}`;
    // In company, the SDK asked for less width moves its box and leaves the tiles where they were (observed with 6.2.0).
    const isAlone = (client()?.getAttendeeslist().length ?? 0) < 2;
    if (scale === 1 || !isAlone || tries >= maxTries) return;
    // The SDK drops a change that comes too soon after it rendered, so this may take more than one try.
    clearTimeout(retry);
    retry = setTimeout(() => {
      tries += 1;
      ask(narrower(roomIn(container), size));
      place();
    }, 100);
  };

  const boxes = new ResizeObserver(place);
  const containers = new ResizeObserver(() => {
    tries = 0;
    ask(roomIn(container));
    place();
  });
  // The SDK renders its box when it joins, and another one when the view changes.
  const renders = new MutationObserver(() => {
    const found = root.querySelector<HTMLElement>('.react-resizable');
    if (found === box) return;
    box = found;
    tries = 0;
    boxes.disconnect();
    if (box) boxes.observe(box);
  });
  containers.observe(container);
  renders.observe(root, { childList: true, subtree: true });
  box = root.querySelector('.react-resizable');
  if (box) boxes.observe(box);
  return () => {
    clearTimeout(retry);
    for (const observer of [boxes, containers, renders]) observer.disconnect();
  };
}

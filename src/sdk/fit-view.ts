import type { ZoomClient, ZoomVideoOptions } from './zoom-sdk';

/** The class of the element that the SDK renders into. */
export const rootClass = 'rzm-sdk-root';

/** `customize.video` for a container: its size, no dragging, no resizing by hand. What the app asks for wins. */
export function fittedVideoOptions(
  container: HTMLElement | undefined,
  wanted: ZoomVideoOptions | undefined,
): ZoomVideoOptions {
  return {
    isResizable: false,
    defaultViewType: 'gallery',
    ...wanted,
    popper: { disableDraggable: true, ...wanted?.popper },
    ...(container && { viewSizes: { ...viewSizes(container), ...wanted?.viewSizes } }),
  };
}

function viewSizes({ clientWidth: width, clientHeight: height }: HTMLElement) {
  return { default: { width, height }, ribbon: { width, height } };
}

/** Keeps the SDK's view as large as the container. Returns a function that stops it. */
export function fitView(
  element: HTMLElement,
  container: HTMLElement,
  client: () => ZoomClient | undefined,
  wanted: () => ZoomVideoOptions | undefined,
): () => void {
  Object.assign(element.style, { position: 'absolute', inset: '0', overflow: 'hidden' });
  if (typeof ResizeObserver === 'undefined') return () => {};
  const observer = new ResizeObserver(() => {
    try {
      client()?.updateVideoOptions(fittedVideoOptions(container, wanted()));
    } catch {
      // The SDK throws here until it has rendered for the first time; the join brings the size along.
    }
  });
  observer.observe(container);
  return () => observer.disconnect();
}

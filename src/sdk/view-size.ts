import type { ZoomVideoOptions, ZoomViewSize } from './zoom-sdk';

/** The size that the SDK's toolbars and borders add to that of its view, in px, while it cannot be measured (6.2.0). */
export const usualFrame: ZoomViewSize = { width: 4, height: 85 };

/** `customize.video` for a size: no dragging and no resizing by hand. The app's options take precedence. */
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

/** A container, as rendered. */
type Container = Pick<HTMLElement, 'clientWidth' | 'clientHeight'>;

/** The space for the SDK's view in a container, without toolbars and borders. */
export function roomIn({ clientWidth, clientHeight }: Container, frame = usualFrame): ZoomViewSize {
  return {
    width: Math.max(1, clientWidth - frame.width),
    height: Math.max(1, clientHeight - frame.height),
  };
}

/**
 * The size to request from the SDK. The SDK applies the width unchanged, and makes its view at least as high as the width times a
 * ratio (6.2.0), so a wide container asks for less width.
 *
 * @param ratio The ratio of height to width. `undefined` while it is not known.
 */
export function sizeToAsk(room: ZoomViewSize, ratio: number | undefined): ZoomViewSize {
  const width = ratio === undefined ? room.width : Math.min(room.width, room.height / ratio);
  return { width: Math.max(1, Math.floor(width)), height: room.height };
}

/**
 * The ratio of a view that was rendered higher than requested. `undefined` if it was not, and if its width is not the requested
 * one, because the SDK has not rendered the request yet.
 */
export function learnedRatio(view: ZoomViewSize, asked: ZoomViewSize): number | undefined {
  const isOfThisRequest = isAbout(view.width, asked.width);
  return isOfThisRequest && view.height > asked.height + 1 ? view.height / asked.width : undefined;
}

/** Whether two sizes are the same, except for rounding. */
export function isSameSize(one: ZoomViewSize, other: ZoomViewSize): boolean {
  return isAbout(one.width, other.width) && isAbout(one.height, other.height);
}

/** Whether a view has the requested size. It is wider if the toolbar needs more space. */
export function hasSize(view: ZoomViewSize, size: ZoomViewSize): boolean {
  return view.width >= size.width - 1 && isAbout(view.height, size.height);
}

/** The size for a repeated request: the SDK ignores a request for the same size, so every second one is a pixel smaller. */
export function sizeOfTry({ width, height }: ZoomViewSize, tries: number): ZoomViewSize {
  const less = tries % 2;
  return { width: width - less, height: height - less };
}

/** How much to scale a box down so that it fits into the container. 1: not at all. */
export function scaleToFit(
  container: Container,
  box: Pick<HTMLElement, 'offsetWidth' | 'offsetHeight'>,
): number {
  return Math.min(1, container.clientWidth / box.offsetWidth, container.clientHeight / box.offsetHeight);
}

const isAbout = (one: number, other: number) => Math.abs(one - other) <= 1;

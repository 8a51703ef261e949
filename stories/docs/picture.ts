/** The name of the frame of a picture on a component's page. */
export const pictureName = 'picture';

/**
 * In the frame of a picture, an element that takes the focus is not scrolled into view: the browser would scroll the page around the
 * frame, too.
 */
export function keepPicturesStill(): void {
  if (window.name !== pictureName) return;
  const { focus } = HTMLElement.prototype;
  HTMLElement.prototype.focus = function (options) {
    focus.call(this, { ...options, preventScroll: true });
  };
}

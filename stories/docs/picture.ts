/** The name of the frame that shows a picture on a component's page. */
export const pictureName = 'picture';

/**
 * In a picture's frame, an element that receives the focus is not scrolled into view, because the browser would
 * also scroll the surrounding page.
 */
export function keepPicturesStill(): void {
  if (window.name !== pictureName) return;
  const { focus } = HTMLElement.prototype;
  HTMLElement.prototype.focus = function (options) {
    focus.call(this, { ...options, preventScroll: true });
  };
}

import type { ZoomResult } from './zoom-result';

/** An image for the background. All fields are required. */
export interface ZoomVirtualBackgroundImage {
  /** Unique in the list, and not `blur`. */
  id: string;
  /** The name of the file. */
  fileName: string;
  /** The name that the SDK's settings show. */
  displayName: string;
  /** The URL of the image. */
  url: string;
}

/** The chosen background, and the available images. */
export interface ZoomVirtualBackgroundStatus {
  /** The `id` of the chosen image. Empty if none is chosen. */
  id: string;
  /** Whether a background is chosen. */
  isVbOn: boolean;
  /** Whether the user is prevented from changing it. */
  isLock: boolean;
  /** The images to choose from. */
  vbList: ZoomVirtualBackgroundImage[];
}

/**
 * Virtual backgrounds. All participants choose their own. The methods reject with an `Error`, not with a `ZoomFailure`.
 * Observed with 6.2.0.
 */
export interface ZoomVirtualBackgroundControls {
  /** Whether this browser supports virtual backgrounds. `undefined` before the client's first join. */
  isSupportVirtualBackground(): boolean | undefined;
  /** The chosen background, and the available images. Throws before the client's first join. */
  getVirtualBackgroundStatus(): ZoomVirtualBackgroundStatus;
  /**
   * Chooses a background. It stays until the user chooses another one.
   *
   * @param imageId The `id` of an image in the list, or `blur`. 6.2.0 cannot remove a background: while one is chosen, it
   * refuses an empty string, and otherwise the promise may not settle.
   */
  setVirtualBackground(imageId: string): Promise<ZoomResult>;
  /** Replaces the images, except `blur`. Rejects while one of them is chosen or locked, or while the SDK's settings are open. */
  updateVirtualBackgroundList(images: ZoomVirtualBackgroundImage[]): Promise<ZoomResult>;
  /** Prevents the user from changing the background, or allows it again. Rejects if no background is chosen. */
  lockVirtualBackground(isLocked: boolean): Promise<ZoomResult>;
}

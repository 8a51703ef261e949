import type { ZoomVirtualBackgroundImage } from '../sdk/zoom-sdk';
import { demand, isAnyone, type AskSdk } from './ask-sdk';

/** The actions for the user's virtual background. */
export interface ZoomVirtualBackgroundActions {
  /**
   * Chooses a background: the `id` of an image in `useVirtualBackground().vbList`, or `blur`. SDK 6.2.0 cannot remove a
   * background: it stays until the user removes it in the SDK's settings.
   */
  setVirtualBackground(imageId: string): Promise<void>;
  /** Replaces the images, except `blur`. Rejects while one of them is chosen or locked, or while the SDK's settings show them. */
  updateVirtualBackgroundList(images: readonly ZoomVirtualBackgroundImage[]): Promise<void>;
  /**
   * Prevents the user from changing their background (`true`), or allows it again (`false`). Rejects if no background is
   * chosen.
   */
  lockVirtualBackground(lock: boolean): Promise<void>;
}

export function createVirtualBackgroundActions({ actUntilShown }: AskSdk): ZoomVirtualBackgroundActions {
  return {
    async setVirtualBackground(imageId) {
      demand('imageId', 'the id of an image', typeof imageId === 'string' && imageId !== '');
      await actUntilShown(
        isAnyone,
        (client) => client.setVirtualBackground(imageId),
        (client) => client.getVirtualBackgroundStatus().id === imageId,
      );
    },
    async updateVirtualBackgroundList(images) {
      demand('images', 'an array', Array.isArray(images));
      await actUntilShown(
        isAnyone,
        (client) => client.updateVirtualBackgroundList([...images]),
        (client) => areListed(images, client.getVirtualBackgroundStatus().vbList),
      );
    },
    async lockVirtualBackground(lock) {
      demand('lock', 'true or false', typeof lock === 'boolean');
      await actUntilShown(
        isAnyone,
        (client) => client.lockVirtualBackground(lock),
        (client) => client.getVirtualBackgroundStatus().isLock === lock,
      );
    },
  };
}

/** The SDK puts `blur` before them. */
const areListed = (
  images: readonly ZoomVirtualBackgroundImage[],
  [, ...listed]: ZoomVirtualBackgroundImage[],
) => listed.length === images.length && listed.every(({ id }, index) => id === images[index]?.id);

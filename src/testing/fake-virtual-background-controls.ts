import type { ZoomVirtualBackgroundControls, ZoomVirtualBackgroundImage } from '../sdk/zoom-sdk';
import type { FakeMeeting } from './fake-meeting';

const blur: ZoomVirtualBackgroundImage = { id: 'blur', displayName: 'blur', fileName: 'blur.png', url: '' };
const places: readonly ZoomVirtualBackgroundImage[] = ['SanFrancisco', 'grass', 'earth'].map(
  (displayName, index) => ({
    id: `background${index}`,
    displayName,
    fileName: `${displayName}.jpg`,
    url: '',
  }),
);

/** Virtual backgrounds, with the checks of SDK 6.2.0. */
export function createVirtualBackgroundControls(meeting: FakeMeeting): ZoomVirtualBackgroundControls {
  let id = '';
  let isLock = false;
  let images = [blur, ...places];

  return {
    isSupportVirtualBackground: () => (meeting.box ? true : undefined),
    getVirtualBackgroundStatus() {
      if (!meeting.box) {
        throw new TypeError(
          "Cannot destructure property 'isLockVirtualBackground' of 'k' as it is undefined.",
        );
      }
      return { id, isVbOn: id !== '', isLock, vbList: images };
    },
    async setVirtualBackground(imageId) {
      if (isLock) throw new Error('Cannot change virtual background, virtual background is locked');
      if (imageId === '') {
        if (id === '') return '';
        throw new Error('Cannot disable virtual background, virtual background is in use');
      }
      if (!images.some((image) => image.id === imageId)) throw new Error('Invalid image id');
      id = imageId;
      return '';
    },
    async updateVirtualBackgroundList(list) {
      if (id !== '') {
        throw new Error('Cannot update virtual background image list with virtual background selected');
      }
      const incomplete = list.filter(
        (image) => !image.id || !image.fileName || !image.displayName || !image.url,
      );
      if (incomplete.length > 0) {
        throw new Error(
          `Invalid image list, id/fileName/displayName/url can't be empty${JSON.stringify(incomplete)}`,
        );
      }
      const next = [blur, ...list];
      if (new Set(next.map((image) => image.id)).size !== next.length) {
        throw new Error('Virtual background image id must be unique');
      }
      images = next;
      return '';
    },
    async lockVirtualBackground(isLocked) {
      if (typeof isLocked !== 'boolean') throw new Error('Parameter "isLock" should be type of boolean');
      if (id === '') throw new Error('Cannot lock virtual background, virtual background is not enabled');
      isLock = isLocked;
      return '';
    },
  };
}

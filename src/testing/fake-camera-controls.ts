import type { ZoomCameraControls } from '../sdk/zoom-sdk';
import type { FakeMeeting } from './fake-meeting';

const none = { pan: false, tilt: false, zoom: false };

/** The cameras of SDK 6.2.0 when none is on: nothing can be controlled. */
export function createCameraControls(meeting: FakeMeeting): ZoomCameraControls {
  function mismatch(reason: string, errorCode = 6151): Promise<never> {
    return Promise.reject({ type: 'INVALID_OPERATION', reason, errorCode });
  }
  return {
    isBrowserSupportPTZ: () => true,
    getCameraPTZCapability: () => ({ ...none }),
    getFarEndCameraPTZCapability: () => ({ ...none }),
    controlCamera: () => mismatch("Cannot control the camera before it's started"),
    controlFarEndCamera: () => mismatch('Cannot control before request granted', 6152),
    async requestFarEndCameraControl(userId) {
      const row = meeting.roster.find((participant) => participant.userId === userId);
      if (row?.bVideoOn) {
        throw {
          type: 'INVALID_OPERATION',
          reason: 'The far end camera does not support PTZ',
          errorCode: 6150,
        };
      }
      throw {
        type: 'INVALID_PARAMETERS',
        reason: 'Cannot request control camera with video off',
        errorCode: 6151,
      };
    },
    giveUpFarEndCameraControl: () => mismatch('Cannot give up control befire aquired'),
    approveFarEndCameraControl: () => mismatch('Cannot approve before request'),
    declineFarEndCameraControl: () => mismatch('Cannot decline before request'),
  };
}

import { expectTypeOf, it } from 'vitest';
import type * as library from 'react-zoom-meeting';
import type {
  UseChatResult,
  UseZoomClientOptions,
  UseZoomClientResult,
  ZoomActions,
  ZoomBreakoutRooms,
  ZoomCaption,
  ZoomEventName,
  ZoomEventPayload,
  ZoomMeetingHandle,
  ZoomMeetingInfo,
  ZoomNetworkQuality,
  ZoomParticipant,
  ZoomRecordingStatus,
  ZoomSpeaker,
  ZoomStatistics,
  ZoomVirtualBackground,
} from 'react-zoom-meeting';

/** A hook that returns a value, or a selection of it. */
interface Selecting<Value> {
  (): Value;
  <Selection>(
    selector: (value: Value) => Selection,
    isEqual?: (previous: Selection, next: Selection) => boolean,
  ): Selection;
}

interface ExpectedHooks {
  useParticipants: Selecting<readonly ZoomParticipant[]>;
  useParticipant: (userId: number) => ZoomParticipant | undefined;
  useCurrentUser: Selecting<ZoomParticipant | undefined>;
  useActiveSpeaker: () => ZoomSpeaker | undefined;
  useMeetingInfo: () => ZoomMeetingInfo | undefined;
  useRecordingStatus: () => ZoomRecordingStatus | undefined;
  useNetworkQuality: (userId?: number) => ZoomNetworkQuality | undefined;
  useChat: () => UseChatResult;
  useCaptions: Selecting<readonly ZoomCaption[]>;
  useBreakoutRooms: Selecting<ZoomBreakoutRooms | undefined>;
  useVirtualBackground: Selecting<ZoomVirtualBackground | undefined>;
  useStatistics: Selecting<ZoomStatistics>;
  useZoomActions: (meeting?: ZoomMeetingHandle) => ZoomActions;
  useZoomEvent: <Name extends ZoomEventName>(
    event: Name,
    listener: (payload: ZoomEventPayload<Name>) => void,
  ) => void;
  useZoomMeeting: () => ZoomMeetingHandle;
  useZoomClient: (options: UseZoomClientOptions) => UseZoomClientResult;
}

type Library = typeof library;
type Hooks = Pick<Library, Extract<keyof Library, `use${string}`>>;

it('every hook has its documented type, and there are no others', () => {
  expectTypeOf<keyof Hooks>().toEqualTypeOf<keyof ExpectedHooks>();
  expectTypeOf<Hooks>().toEqualTypeOf<ExpectedHooks>();
});

it('the handle and its actions have their documented types', () => {
  expectTypeOf<Library['getZoomActions']>().toEqualTypeOf<(meeting: ZoomMeetingHandle) => ZoomActions>();
  expectTypeOf<UseZoomClientResult>().toExtend<ZoomMeetingHandle>();
});

it('selections and payloads infer their types from the selector and the event', () => {
  const useTypes = ({ useParticipants, useZoomEvent }: Hooks) => {
    const people = useParticipants((all) => all.map(({ userId, displayName }) => ({ userId, displayName })));
    expectTypeOf(people).toEqualTypeOf<{ userId: number; displayName: string }[]>();
    useParticipants(
      (all) => new Set(all.map(({ userId }) => userId)),
      (previous, next) => {
        expectTypeOf(previous).toEqualTypeOf<Set<number>>();
        return previous.size === next.size;
      },
    );
    useZoomEvent('broadcast-message', (payload) =>
      expectTypeOf(payload).toEqualTypeOf<{ message: string }>(),
    );
    // @ts-expect-error -- a selector is a function
    useParticipants('displayName');
  };
  expectTypeOf(useTypes).returns.toBeVoid();
});

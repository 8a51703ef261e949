import { expectTypeOf, it } from 'vitest';
import type {
  ZoomActions,
  ZoomBreakoutRoom,
  ZoomBreakoutRoomOptions,
  ZoomChatMessage,
  ZoomClient,
  ZoomEventMap,
  ZoomParticipant,
  ZoomResult,
  ZoomViewType,
  ZoomVirtualBackgroundImage,
} from 'react-zoom-meeting';

/** A function that takes one argument, like a `mutationFn`. */
type Action<Request, Result = void> = (request: Request) => Promise<Result>;
type OnOptional<Request> = (request?: Request) => Promise<void>;

interface ExpectedActions {
  mute: Action<{ mute: boolean; userId?: number | undefined }>;
  muteAll: Action<boolean>;
  rename: Action<{ name: string; userId?: number | undefined }>;
  admit: Action<number>;
  admitAll: () => Promise<void>;
  putOnHold: Action<number>;
  expel: Action<number>;
  makeHost: Action<number>;
  makeCoHost: Action<number>;
  revokeCoHost: Action<number>;
  reclaimHost: () => Promise<void>;
  record: Action<'start' | 'pause' | 'resume' | 'stop'>;
  lockMeeting: Action<boolean>;
  addPin: Action<number>;
  removeAllPins: () => Promise<void>;
  setViewType: Action<ZoomViewType>;
  sendChat: Action<{ message: string; userId?: number | undefined }, ZoomChatMessage | undefined>;
  leave: OnOptional<{ newHostId?: number | undefined }>;
  end: () => Promise<void>;
  openBreakoutRooms: OnOptional<{
    rooms?: readonly ZoomBreakoutRoom[] | undefined;
    options?: ZoomBreakoutRoomOptions | undefined;
  }>;
  closeAllBreakoutRooms: () => Promise<void>;
  assignUserToRoom: Action<{ userId: number; roomId: string }>;
  moveUserToBreakoutRoom: Action<{ userId: number; roomId: string }>;
  broadcast: Action<string>;
  joinBreakoutRoom: Action<string>;
  leaveBreakoutRoom: () => Promise<void>;
  setVirtualBackground: Action<string>;
  updateVirtualBackgroundList: Action<readonly ZoomVirtualBackgroundImage[]>;
  lockVirtualBackground: Action<boolean>;
}

it('every action has its documented type, and there are no others', () => {
  expectTypeOf<ZoomActions>().toEqualTypeOf<ExpectedActions>();
});

it('no action, method or event has `any` in its type', () => {
  expectTypeOf<AnyIn<ZoomActions>>().toBeNever();
  expectTypeOf<AnyIn<ZoomClient>>().toBeNever();
  expectTypeOf<AnyIn<ZoomEventMap>>().toBeNever();
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- shows that the check finds one
  expectTypeOf<AnyIn<{ fine(value: string): void; loose(value: any): void }>>().toEqualTypeOf<'loose'>();
});

it('listeners receive the payload of their event', () => {
  const listen = (client: ZoomClient) => {
    client.on('connection-change', (payload) =>
      expectTypeOf(payload).toEqualTypeOf<ZoomEventMap['connection-change']>(),
    );
    client.on('chat-on-message', (payload) => expectTypeOf(payload).toEqualTypeOf<ZoomChatMessage>());
    client.on('an event of a later SDK', (payload) => expectTypeOf(payload).toBeUnknown());
  };
  expectTypeOf(listen).returns.toBeVoid();
});

it('methods of the client return their result', () => {
  expectTypeOf<ZoomClient['getCurrentUser']>().returns.toEqualTypeOf<ZoomParticipant | null>();
  expectTypeOf<ZoomClient['getAttendeeslist']>().returns.toEqualTypeOf<ZoomParticipant[]>();
  expectTypeOf<ZoomClient['leaveMeeting']>().returns.toEqualTypeOf<Promise<ZoomResult>>();
  expectTypeOf<ZoomClient['sendChat']>().returns.toEqualTypeOf<Promise<ZoomChatMessage> | undefined>();
  // @ts-expect-error -- the SDK has no method of this name
  expectTypeOf<ZoomClient>().toHaveProperty('notAMethod');
});

type IsAny<Value> = 0 extends 1 & Value ? true : false;
/** The members of an interface that are `any`, or accept or return it. */
type AnyIn<Members> = {
  [Name in keyof Members]: IsAny<Members[Name]> extends true
    ? Name
    : Members[Name] extends (...args: infer Args) => infer Result
      ? true extends IsAny<Result> | IsAny<Args[number & keyof Args]>
        ? Name
        : never
      : never;
}[keyof Members];

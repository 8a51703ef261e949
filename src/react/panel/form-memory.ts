import { oncePerSession } from '../../meeting/once-per-session';
import type { ZoomMeetingSession } from '../../session/session';
import type { ZoomJoinDetails } from '../../session/session-options';

/** The values that the person typed into the forms and the lobby. */
export type FormValues = Pick<Partial<ZoomJoinDetails>, 'userName' | 'password' | 'userEmail'>;

/**
 * Keeps what was typed until the meeting is joined or over. A form that is shown again contains it, and each join uses all of it. The
 * name is also kept for the next join. Everything is forgotten when the options describe another person.
 */
export interface FormMemory {
  read(): FormValues;
  /** Keeps more values, and returns all of them. */
  add(values: FormValues): FormValues;
  forget(): void;
}

function createFormMemory({ person }: Pick<ZoomMeetingSession, 'person'>): FormMemory {
  let kept: FormValues = {};
  let typedBy = person();

  function read(): FormValues {
    if (typedBy !== person()) kept = {};
    typedBy = person();
    return kept;
  }

  return {
    read,
    add: (values) => (kept = { ...read(), ...values }),
    forget() {
      const { userName } = read();
      kept = userName === undefined ? {} : { userName };
    },
  };
}

/** Keeps nothing. For a panel outside a view. */
export const noFormMemory: FormMemory = { read: () => ({}), add: (values) => values, forget() {} };

/** The memory of a meeting's forms. */
export const formMemoryOf = /* #__PURE__ */ oncePerSession(createFormMemory);

/** A meeting number as people write it, without its spaces and dashes. Empty if the value is neither a string nor a number. */
export function meetingDigits(meetingNumber: unknown): string {
  if (typeof meetingNumber === 'number') return String(meetingNumber);
  return typeof meetingNumber === 'string' ? meetingNumber.replace(/[\s-]/g, '') : '';
}

/** Whether the digits can be a meeting number. */
export function isMeetingNumber(digits: string): boolean {
  return /^\d{9,11}$/.test(digits);
}

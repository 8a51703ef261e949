/** Replaces what stands between the two marks of a command, in the text of a page. */
export function between(text: string, command: string, paragraphs: readonly string[]): string;

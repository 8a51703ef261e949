import { readFileSync, writeFileSync } from 'node:fs';

/** The values that tests stored in their `meta` under this name. Takes the report of Vitest's JSON reporter. */
export function recorded(report, name) {
  return report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .flatMap(({ meta }) => meta?.[name] ?? []);
}

export const tried = (where) => `Tested on ${new Date().toISOString().slice(0, 10)}, on ${where}.`;

/** Replaces the text between a command's two marks on a page of the docs. */
export function writeBetween(page, command, paragraphs) {
  writeFileSync(page, between(readFileSync(page, 'utf8'), command, paragraphs));
}

/** The same with the page's text. */
export function between(text, command, paragraphs) {
  const begin = `<!-- Written by \`npm run ${command}\`. -->`;
  const end = `<!-- End of \`npm run ${command}\`. -->`;
  const [before] = text.split(begin);
  const [, after] = text.split(end);
  return `${before}${begin}\n\n${paragraphs.join('\n\n')}\n\n${end}${after}`;
}

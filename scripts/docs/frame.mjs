import { recorded, tried, writeBetween } from './recorded-tables.mjs';

const page = new URL('../../docs/recipes/layout.md', import.meta.url);

/**
 * Writes the measurements of tests/e2e/frame.e2e.ts into docs/recipes/layout.md. Takes the report of Vitest's JSON
 * reporter.
 */
export function writeFrame(report) {
  const tables = recorded(report, 'frame').map(({ mode, rows }) => {
    const views = [...new Set(rows.map(({ view }) => view))];
    const containers = [...new Set(rows.map(({ container }) => container))];
    const lines = containers.map((container) => {
      const cells = views.map((view) =>
        cellOf(rows.filter((row) => row.container === container && row.view === view)),
      );
      return `| ${[container.replace('x', ' × '), ...cells].join(' | ')} |`;
    });
    return [
      `With ${mode}:`,
      '',
      `| container | ${views.join(' | ')} |`,
      `|---|${'---|'.repeat(views.length)}`,
      ...lines,
    ].join('\n');
  });
  writeBetween(page, 'test:frame', [tried('SDK 6.2.0 in Chromium'), ...tables]);
}

/** Width × height in percent, written once if it is the same for every number of people. */
function cellOf(rows) {
  const sizes = new Map();
  for (const { people, width, height } of rows) {
    const size = `${Math.round(width)} × ${Math.round(height)}`;
    sizes.set(size, [...(sizes.get(size) ?? []), people]);
  }
  if (sizes.size === 1) return [...sizes.keys()][0];
  return [...sizes].map(([size, people]) => `${size} (${people.join(', ')})`).join(', ');
}

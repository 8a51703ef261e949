import { describe, expect, it } from 'vitest';
import { stateTable } from '../../../../src/session/state-table';

describe('the table', () => {
  it('handles each event in each state, or says why it is ignored', () => {
    for (const row of Object.values(stateTable)) {
      for (const entry of Object.values(row)) {
        if (typeof entry !== 'function') expect(entry).toMatch(/^\S.{8,}/);
      }
    }
  });
});

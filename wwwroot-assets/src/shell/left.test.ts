import { describe, expect, it, vi } from 'vitest';
import { watchImport } from './import';
import { select, showDialog } from './page';

describe('an element whose page was left before the script arrived', () => {
  it('is no fault of the next page', () => {
    const receiver = { invokeMethodAsync: vi.fn(async () => {}) };
    expect(() => {
      watchImport(null, receiver);
      showDialog(null, true);
      select(null);
    }).not.toThrow();
    expect(receiver.invokeMethodAsync).not.toHaveBeenCalled();
  });
});

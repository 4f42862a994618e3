import { afterEach, describe, expect, it, vi } from 'vitest';
import { moveOn } from './address';
import type { Blazor } from './blazor';

describe('an address that a page changes by itself', () => {
  const navigateTo = vi.fn();
  const shown = window as { Blazor?: Blazor };

  afterEach(() => {
    delete shown.Blazor;
    navigateTo.mockReset();
  });

  it('changes where the page is still shown', () => {
    shown.Blazor = { navigateTo };
    history.replaceState(null, '', '/projects/a/train?run=1');
    moveOn('/projects/a/train', '/projects/a/train?run=2', true);
    expect(navigateTo).toHaveBeenCalledWith('/projects/a/train?run=2', { replaceHistoryEntry: true });
  });

  it('stays where the person has gone on meanwhile', () => {
    shown.Blazor = { navigateTo };
    history.replaceState(null, '', '/projects/a/model');
    moveOn('/projects/a/train', '/projects/a/train?run=2', true);
    expect(navigateTo).not.toHaveBeenCalled();
  });
});

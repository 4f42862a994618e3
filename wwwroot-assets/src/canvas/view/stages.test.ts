import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Stages } from './stages';

describe('many things that come into view at once', () => {
  let frames: (() => void)[] = [];
  const frame = () => frames.splice(0).forEach((f) => f());

  beforeEach(() => {
    frames = [];
    vi.stubGlobal('requestAnimationFrame', (f: () => void) => frames.push(f));
  });
  afterEach(() => vi.unstubAllGlobals());

  it('are complete at once where they are few', () => {
    const stages = new Stages(2);
    expect([stages.admit(), stages.admit(), stages.admit()]).toEqual([true, true, false]);
  });

  it('take turns, as many in each frame as there is room for, in the order in which they came', () => {
    const stages = new Stages(2);
    const done: string[] = [];
    ['a', 'b', 'c', 'd', 'e'].forEach((name) => stages.wait(() => done.push(name)));
    expect(done).toEqual([]);
    frame();
    expect(done).toEqual(['a', 'b']);
    frame();
    frame();
    expect(done).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(frames).toEqual([]);
  });

  it('leave the queue when they are gone, and make room for the next', () => {
    const stages = new Stages(1);
    const done: string[] = [];
    const leave = stages.wait(() => done.push('gone'));
    stages.wait(() => done.push('there'));
    leave();
    frame();
    expect(done).toEqual(['there']);
  });

  it('have room again in the next frame', () => {
    const stages = new Stages(1);
    stages.admit();
    expect(stages.admit()).toBe(false);
    frame();
    expect(stages.admit()).toBe(true);
  });
});

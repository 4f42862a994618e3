import { describe, expect, it } from 'vitest';
import { Strokes } from './strokes';

describe('strokes', () => {
  it('hold what is being drawn until the pen is lifted', () => {
    const strokes = new Strokes();
    strokes.begin({ x: 1, y: 1 }, 20);
    strokes.move({ x: 2, y: 2 });
    expect(strokes.all).toEqual([{ width: 20, points: [{ x: 1, y: 1 }, { x: 2, y: 2 }] }]);
    expect(strokes.end()).toBe(true);
    expect(strokes.end()).toBe(false);
    expect(strokes.move({ x: 3, y: 3 })).toBe(false);
    expect(strokes.all[0]?.points).toHaveLength(2);
  });

  it('are taken back one by one', () => {
    const strokes = new Strokes();
    for (const x of [1, 2]) {
      strokes.begin({ x, y: 0 }, 10);
      strokes.end();
    }
    strokes.undo();
    expect(strokes.all.map((stroke) => stroke.points[0]?.x)).toEqual([1]);
    strokes.undo();
    strokes.undo();
    expect(strokes.isEmpty).toBe(true);
  });
});

// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { align, freePlace, neighbour } from './arrange';
import { autoLayout } from './autoLayout';
import { firstPortY } from './measures';

const box = (id: string, x: number, y: number, width = 100, height = 80) => ({ id, x, y, width, height });

describe('lining up', () => {
  it('left edges', () => expect(align([box('a', 0, 0), box('b', 30, 100)], 'left')).toEqual({ b: [0, 100] }));
  it('right edges of different widths', () => expect(align([box('a', 0, 0), box('b', 50, 100, 200)], 'right')).toEqual({ a: [150, 0] }));
  it('middles', () => expect(align([box('a', 0, 0, 100, 40), box('b', 200, 0, 100, 80)], 'middle')).toEqual({ a: [0, 20] }));
  it('equal gaps; the outermost stay', () =>
    expect(align([box('a', 0, 0), box('b', 110, 0), box('c', 500, 0)], 'horizontal')).toEqual({ b: [250, 0] }));
  it('two boxes have only one gap', () => expect(align([box('a', 0, 0), box('b', 110, 0)], 'horizontal')).toEqual({}));
});

describe('going from block to block', () => {
  const boxes = [box('a', 0, 0), box('b', 240, 0), box('c', 240, 200), box('d', 480, 20)];
  it('takes what lies straight ahead', () => expect(neighbour(boxes, boxes[0]!, 'right')!.id).toBe('b'));
  it('goes down', () => expect(neighbour(boxes, boxes[1]!, 'down')!.id).toBe('c'));
  it('stops at the border', () => expect(neighbour(boxes, boxes[0]!, 'left')).toBeNull());
});

describe('a place for a new block', () => {
  it('is where it was wished when that is free', () => expect(freePlace([], { x: 5, y: 6 }, 100, 80)).toEqual({ x: 5, y: 6 }));
  it('covers no other block', () => {
    const boxes = [box('a', 0, 0), box('b', 0, 100)];
    const { x, y } = freePlace(boxes, { x: 10, y: 10 }, 100, 80);
    expect(boxes.every((b) => x >= b.x + b.width || y >= b.y + b.height)).toBe(true);
  });
});

describe('arranging all', () => {
  const boxes = [box('a', 500, 40), box('b', 40, 300, 100, 120), box('c', 300, 40), box('alone', 10, 10)];
  const wires = [{ from: 'a', to: 'b' }, { from: 'b', to: 'c' }];
  const places = () => {
    const moved = autoLayout(boxes, wires);
    return new Map(boxes.map((b) => [b.id, moved[b.id] ?? ([b.x, b.y] as const)]));
  };

  it('lets data flow from left to right, with straight wires in a row', () => {
    const at = places();
    expect(at.get('a')![0]).toBeLessThan(at.get('b')![0]);
    expect(at.get('b')![0]).toBeLessThan(at.get('c')![0]);
    expect(at.get('a')![1] + firstPortY).toBe(at.get('b')![1] + firstPortY);
  });
  it('keeps the top left corner and the grid', () => {
    const at = [...places().values()];
    // 10 rounds to 8 on the grid.
    expect([Math.min(...at.map((p) => p[0])), Math.min(...at.map((p) => p[1]))]).toEqual([8, 8]);
    expect(at.every((p) => p[0] % 8 === 0 && p[1] % 8 === 0)).toBe(true);
  });
  it('puts what is linked with nothing below', () => {
    const at = places();
    expect(at.get('alone')![1]).toBeGreaterThan(at.get('b')![1] + 100);
  });
  it('is the same the second time', () => {
    const again = boxes.map((b) => ({ ...b, x: places().get(b.id)![0], y: places().get(b.id)![1] }));
    expect(autoLayout(again, wires)).toEqual({});
  });
});

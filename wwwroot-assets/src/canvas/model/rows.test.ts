// @vitest-environment node
import { describe, expect, it } from 'vitest';
import goldenRows from '../../../../tests/golden/rows.json';
import goldenWays from '../../../../tests/golden/ways.json';
import type { Box } from './arrange';
import { autoLayout, type Wire } from './autoLayout';
import { blockWidth, firstPortY, leastBlockHeight } from './measures';
import { isCrossed, plainLine, wayAround } from './route';
import { rowsOf } from './rows';

/** Numbers that look random and are the same each time (mulberry32). */
function dice(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const box = (id: string, height = leastBlockHeight): Box => ({ id, x: 0, y: 0, width: blockWidth, height });

/** A chain with shortcuts, side inputs and blocks that nothing is linked with. */
function drawing(seed: number): { boxes: Box[]; wires: Wire[] } {
  const roll = dice(seed);
  const count = 2 + Math.floor(roll() * 22);
  const boxes = Array.from({ length: count }, (_, i) => box(`b${i}`, roll() < 0.2 ? 122 : leastBlockHeight));
  const wires: Wire[] = [];
  for (let i = 1; i < count; i++) {
    if (roll() < 0.9) {
      wires.push({ from: `b${roll() < 0.75 ? i - 1 : Math.floor(roll() * i)}`, to: `b${i}` });
    }

    if (roll() < 0.2) {
      wires.push({ from: `b${Math.floor(roll() * i)}`, to: `b${i}` });
    }
  }

  return { boxes, wires };
}

function arranged(boxes: readonly Box[], wires: readonly Wire[]): Map<string, Box> {
  const places = autoLayout(boxes, wires);
  return new Map(boxes.map((b) => [b.id, { ...b, x: places[b.id]?.[0] ?? b.x, y: places[b.id]?.[1] ?? b.y }]));
}

const ends = (wire: Wire, at: ReadonlyMap<string, Box>) => {
  const [from, to] = [at.get(wire.from)!, at.get(wire.to)!];
  return [{ x: from.x + from.width + 6, y: from.y + firstPortY }, { x: to.x - 6, y: to.y + firstPortY }] as const;
};

describe('whatever is arranged', () => {
  for (let seed = 1; seed <= 300; seed++) {
    it(`covers no block and leads no wire over one (${seed})`, () => {
      const { boxes, wires } = drawing(seed);
      const at = arranged(boxes, wires);
      const all = [...at.values()];
      for (const [i, a] of all.entries()) {
        expect(all.slice(i + 1).filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height)).toEqual([]);
      }

      wires.forEach((wire, lane) => {
        const [start, end] = ends(wire, at);
        expect(isCrossed(wayAround(start, end, all, lane) ?? plainLine(start, end), all, 0), `${wire.from} ${wire.to}`).toBe(false);
      });
    });
  }
});

describe('the drawings of the server', () => {
  it.each(goldenRows.map((sample, i) => ({ ...sample, i })))('break in the same places ($i)', ({ columns, gap, crossings, rows }) => {
    expect(rowsOf(columns, gap, (column) => crossings[column]!).map((r) => [r.first, r.end])).toEqual(rows);
  });

  it.each(goldenWays.map((sample, i) => ({ ...sample, i })))('lead wires around blocks the same way ($i)', ({ start, end, boxes, lane, way }) => {
    expect(wayAround(start, end, boxes.map((b, i) => ({ id: `b${i}`, ...b })), lane)).toEqual(way);
  });
});

describe('a long chain', () => {
  const boxes = Array.from({ length: 20 }, (_, i) => box(`b${i}`));
  const wires = boxes.slice(1).map((b, i) => ({ from: `b${i}`, to: b.id }));

  it('stands in rows that are seen at 60 percent and more beside the panels', () => {
    const all = [...arranged(boxes, wires).values()];
    const width = Math.max(...all.map((b) => b.x + b.width));
    const height = Math.max(...all.map((b) => b.y + b.height));
    expect(Math.min(850 / width, 740 / height)).toBeGreaterThan(0.66);
  });

  it('is read as a text is: each row from left to right, the next below', () => {
    const all = [...arranged(boxes, wires).values()];
    const order = [...all].sort((a, b) => a.y - b.y || a.x - b.x).map((b) => b.id);
    expect(order).toEqual(boxes.map((b) => b.id));
  });
});

describe('a shortcut', () => {
  it('is seen: it goes around the blocks that it passes', () => {
    const row = [0, 1, 2, 3].map((i) => ({ ...box(`b${i}`), x: i * 240 }));
    const way = wayAround({ x: blockWidth, y: firstPortY }, { x: 720, y: firstPortY }, row, 0)!;
    expect(way.some((p) => p.y < 0 || p.y > leastBlockHeight)).toBe(true);
    expect(isCrossed(way, row, 0)).toBe(false);
  });
});

// @vitest-environment node
import { describe, expect, it } from 'vitest';
import golden from '../../../../tests/golden/layout.json';
import { wirePath } from '../export/wirePath';
import type { Block, Port } from '../protocol/values';
import { block, catalog } from '../testing/samples';
import { geometry, noteHeight } from './geometry';

const ports = (side: readonly { readonly name: string; readonly content: string }[]): Port[] =>
  side.map(({ name, content }) => ({ name, title: name, content: content as Port['content'] }));

/** Commands and numbers of a path, however they are separated. */
const tokens = (path: string): (string | number)[] =>
  (path.match(/[A-Z]|-?[\d.]+/g) ?? []).map((t) => (/[A-Z]/.test(t) ? t : Math.round(Number(t) * 100) / 100));

describe('the layout of the server', () => {
  it.each(golden.blocks)('has the size and ports of $name', (sample) => {
    const shown: Block = { ...block('one', 'Linear'), inputs: ports(sample.inputs), outputs: ports(sample.outputs) };
    const look = geometry(shown, catalog);
    expect(look.height).toBe(sample.height);
    expect([look.named, look.hasFooter]).toEqual([sample.named, sample.hasFooter]);
    expect([...look.inputs, ...look.outputs].map((p) => p.y)).toEqual([...sample.inputs, ...sample.outputs].map((p) => p.y));
  });

  it.each(golden.notes)('has the height of the note $text', ({ text, height }) => expect(noteHeight({ text })).toBe(height));

  it.each(golden.wires)('leads a wire from $from to $to the same way', ({ from, to, path, label }) => {
    const wire = wirePath(from.x, from.y, to.x, to.y);
    expect(tokens(wire.path)).toEqual(tokens(path));
    expect({ x: wire.labelX, y: wire.labelY }).toEqual(label);
  });
});

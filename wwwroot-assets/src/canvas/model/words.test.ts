// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { block, catalog } from '../testing/samples';
import { geometry, noteHeight } from './geometry';
import { keyParameters, short, wireShape } from './words';

describe('words on blocks and wires', () => {
  it('a wire shows the shape of one sample', () => {
    expect(wireShape('[N, 32, 26, 26]', 'en')).toBe('32×26×26');
    expect(wireShape('[N, T, 64]', 'en')).toBe('T×64');
    expect(wireShape('[]', 'en')).toBe('1 number');
    expect(wireShape('[N]', 'zh')).toBe('1 个数');
    expect(wireShape('[16, 4]', 'en')).toBe('16×4');
  });
  it('counts are short', () => expect([0, 650, 4810, 346176, 999_960, 124_439_808].map(short)).toEqual(['0', '650', '4.8k', '346k', '1M', '124M']));
  it('a block shows what was set, in the language of the reader', () => {
    expect(keyParameters(block('a', 'Linear', 0, { parameters: { out_features: 10, bias: false } }), catalog, 'en')).toBe('Outputs 10 · Bias no');
    expect(keyParameters(block('a', 'Linear', 0, { parameters: { out_features: 10 } }), catalog, 'zh')).toBe('输出数量 10');
  });
  it('a block where nothing was set shows its first default', () => expect(keyParameters(block('a', 'Linear'), catalog, 'en')).toBe('Outputs 64'));
  it('a kind of a newer server has no words but does no harm', () => {
    const unknown = block('a', 'FromTheFuture');
    expect(keyParameters(unknown, catalog, 'en')).toBe('');
    expect(geometry(unknown, catalog).inputs).toEqual([]);
    expect(catalog.title(unknown, new Map(), 'en')).toBe('FromTheFuture');
  });
  it('ports are named where there are several', () => {
    expect(geometry(block('a', 'Linear'), catalog).named).toBe(false);
    expect(geometry(block('a', 'CrossEntropyLoss'), catalog).named).toBe(true);
  });
  it('a note grows with its text, up to a limit, and Chinese letters are wide', () => {
    expect(noteHeight({ text: 'a\nb' })).toBeGreaterThan(noteHeight({ text: 'a' }));
    expect(noteHeight({ text: '数'.repeat(20) })).toBeGreaterThan(noteHeight({ text: 'a'.repeat(20) }));
    expect(noteHeight({ text: 'a'.repeat(1_000_000) })).toBeLessThanOrEqual(400);
    const words = 'bill_length_mm, bill_depth_mm, flipper_length_mm, body_mass_g';
    expect(noteHeight({ text: words })).toBeGreaterThanOrEqual(20 + 3 * 18);
  });
});

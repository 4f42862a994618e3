// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { block, catalog, catalogData } from '../testing/samples';
import { fittingSources, fittingTargets, sourceOf } from './fit';
import { offers } from './search';

const all = offers(catalogData, false);
const out = (shape: string, element = 'Float32') => ({ outputs: [{ port: 'output', shape, element }], parameters: 0, problems: [] });
const after = (kind: string, shape?: string, element?: string) =>
  fittingTargets(sourceOf(block('b', kind), catalog.kind(kind)!.outputs[0]!.name, catalog, shape ? out(shape, element) : undefined), all).map(
    (f) => (f.offer.kind ?? f.offer.preset).id,
  );
const before = (...args: [string, string, 'Tensor' | 'Schedule']) =>
  fittingSources(args[2], args[1], args[0], all).map((f) => (f.offer.kind ?? f.offer.preset).id);

describe('what fits a wire', () => {
  it('offers a convolution for pictures before a linear layer', () => {
    const ids = after('PictureInput', '[N, 1, 28, 28]');
    expect(ids).toContain('Conv2d');
    expect(ids.indexOf('Conv2d')).toBeLessThan(ids.includes('Linear') ? ids.indexOf('Linear') : Infinity);
  });
  it('offers nothing for pictures to a list of numbers', () => expect(after('Flatten', '[N, 784]')).not.toContain('Conv2d'));
  it('offers an activation first after a linear layer', () => expect(after('Linear', '[N, 64]')[0]).toBe('ReLU'));
  it('offers an embedding first for class numbers', () => expect(after('PictureInput', '[N, 12]', 'Int64')[0]).toBe('Embedding'));
  it('offers optimizers first after a loss', () => expect(after('CrossEntropyLoss', '[]')[0]).toBe('Adam'));
  it('offers only optimizers to a schedule', () => expect(after('StepLR')).toEqual(['Adam']));
  it('leads a target to the target port of a loss', () => {
    const [first] = fittingTargets(sourceOf(block('t', 'Target'), 'output', catalog, undefined), all);
    expect([first!.offer.kind!.id, first!.port]).toEqual(['CrossEntropyLoss', 'target']);
  });
  it('offers what may come before an input', () => {
    expect(before('Loss', 'target', 'Tensor')[0]).toBe('Target');
    expect(before('Optimizer', 'loss', 'Tensor')[0]).toBe('CrossEntropyLoss');
    expect(before('Optimizer', 'schedule', 'Schedule')).toEqual(['StepLR']);
  });
});

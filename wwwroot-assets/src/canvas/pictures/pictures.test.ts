// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { curve } from './curves';
import { familyPicture, pictureOf } from './pictures';

describe('pictures', () => {
  it('of kinds that lie side by side differ without colour', () => {
    const kinds: readonly (readonly [string, string])[] = [
      ['ReLU', 'Activation'], ['Sigmoid', 'Activation'], ['Tanh', 'Activation'], ['Conv1d', 'Convolution'], ['Conv2d', 'Convolution'],
      ['MaxPool2d', 'Pooling'], ['AvgPool2d', 'Pooling'], ['Linear', 'Linear'], ['Embedding', 'Linear'], ['MSELoss', 'Loss'], ['Adam', 'Training'], ['StepLR', 'Training'],
    ];
    const drawn = kinds.map(([kind, family]) => pictureOf(kind, family).map((s) => s.d).join());
    expect(new Set(drawn).size).toBe(kinds.length);
  });
  it('of families all differ', () => {
    const families = ['Inputs', 'Linear', 'Convolution', 'Pooling', 'Normalization', 'Regularization', 'Recurrent', 'Attention', 'Activation', 'Shaping', 'Math', 'Groups', 'Loss', 'Training', 'Results'];
    expect(new Set(families.map((f) => familyPicture(f).map((s) => s.d).join())).size).toBe(families.length);
  });
  it('exist for kinds and families that nobody has drawn', () => expect(pictureOf('New', 'Unheard')).not.toHaveLength(0));
  it('of curves stay within their square', () => {
    const numbers = curve((x) => 100 * x, -3, 3, -1, 1).slice(1).split(/[L ]/).map(Number);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(3);
    expect(Math.max(...numbers)).toBeLessThanOrEqual(21);
  });
});

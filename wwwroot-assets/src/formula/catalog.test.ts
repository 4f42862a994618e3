// @vitest-environment node
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import formulas from '../../../tests/golden/formulas.json';

/** The catalog's own test keeps the list complete. */
describe('the formulas of the catalog', () => {
  it('are many', () => {
    expect(formulas.length).toBeGreaterThan(60);
  });

  it.each(formulas)('can be set without a fault: %s', (formula) => {
    expect(katex.renderToString(formula, { displayMode: true, throwOnError: true, strict: 'error', trust: false })).toContain('<math');
  });
});

import { describe, expect, it } from 'vitest';
import { show } from './index';

describe('formulas', () => {
  it('are set as mathematics that a screen reader can read', () => {
    const element = document.createElement('div');
    show(element, 'y = x W^{\\top} + b');
    expect(element.querySelector('math')).not.toBeNull();
    expect(element.querySelector('.katex-html')).not.toBeNull();
  });

  it('replace the one before', () => {
    const element = document.createElement('div');
    show(element, 'a');
    show(element, 'b');
    expect(element.querySelectorAll('.katex')).toHaveLength(1);
    expect(element.textContent).not.toContain('a');
  });

  it('that nobody understands are shown as they were written', () => {
    const element = document.createElement('div');
    show(element, '\\nothing{');
    expect(element.textContent).toContain('\\nothing{');
  });

  it('never become markup', () => {
    const element = document.createElement('div');
    show(element, '\\text{<img src=x onerror=alert(1)>} \\href{javascript:alert(1)}{x}');
    expect(element.querySelector('img')).toBeNull();
    expect(element.querySelector('a')).toBeNull();
  });
});

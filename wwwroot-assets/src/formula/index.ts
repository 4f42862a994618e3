/** Formulas, set by KaTeX. Everything is built as elements: no markup is parsed, and nothing of a formula can run. */
import katex from 'katex';
import 'katex/dist/katex.min.css';

/** Sets a formula into an element; one that KaTeX does not understand is shown as it was written. */
export function show(element: HTMLElement, formula: string): void {
  katex.render(formula, element, { displayMode: true, throwOnError: false, strict: 'ignore', trust: false, output: 'htmlAndMathml' });
}

/** Formulas, set by KaTeX. Everything is built as elements: no markup is parsed, and nothing of a formula can run. */
import katex from 'katex';
import 'katex/dist/katex.min.css';

/** Sets a formula into an element; one that KaTeX does not understand is shown as it was written. */
export function show(element: HTMLElement, formula: string): void {
  loadStyles();
  katex.render(formula, element, { displayMode: true, throwOnError: false, strict: 'ignore', trust: false, output: 'htmlAndMathml' });
}

/** The style sheet lies beside this module; it is only fetched where there is a formula. */
function loadStyles(): void {
  const id = 'formula-styles';
  if (document.getElementById(id)) {
    return;
  }

  const link = document.createElement('link');
  link.id = id;
  link.rel = 'stylesheet';
  link.href = new URL('./formula.css', document.baseURI + 'assets/').href;
  document.head.append(link);
}

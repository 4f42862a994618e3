import 'uplot/dist/uPlot.min.css';
import './charts.css';
import { RunView, type ViewOptions } from './view';

/** Shows the live curves of a run inside an element. The answer is held by the page, which tells it what to show and when to go. */
export function mount(element: HTMLElement, options: ViewOptions): RunView {
  return new RunView(element, options);
}

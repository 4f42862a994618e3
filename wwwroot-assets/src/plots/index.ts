import { CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { toOptions } from './options';
import type { PlotSpec } from './spec';
import { onThemeChange, readTheme } from './theme';

register([CustomChart, LineChart, ScatterChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, CanvasRenderer]);

/** A plot on the page. */
export interface MountedPlot {
  update(spec: PlotSpec): void;
  dispose(): void;
}

/** Draws a plot into an element and keeps it in step with the element's size and the page's theme. */
export function mount(element: HTMLElement, spec: PlotSpec): MountedPlot {
  const chart = init(element);
  let shown = spec;
  const draw = (): void => chart.setOption(toOptions(shown, readTheme(element), element.clientWidth || undefined), { notMerge: true });
  const sizes = new ResizeObserver(() => {
    chart.resize();
    if (shown.marks?.length) draw();
  });
  sizes.observe(element);
  const endTheme = onThemeChange(draw);
  draw();
  return {
    update(next) {
      shown = next;
      draw();
    },
    dispose() {
      endTheme();
      sizes.disconnect();
      chart.dispose();
    },
  };
}

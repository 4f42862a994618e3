import uPlot from 'uplot';
import { axisWidth, font, labelWidth } from './axis';
import { figure, tick, type Unit } from './format';
import type { Line } from './curves';
import { faded, palette } from './colors';
import { type Mark, placed } from './marks';

/** A line of a chart. */
export interface Curve {
  label: string;
  line: Line;
  /** Number of its colour, from 0. */
  color: number;
  dashed: boolean;
  /** True for what only stands behind a smoothed line. */
  behind: boolean;
}

const height = 240;
const leastEpochs = 1;
const markDash = [3, 3];

/** A chart over epochs: draws curves, zooms on dragging, keeps its zoom while points come. */
export class Plot {
  private plot: uPlot | null = null;
  private shape = '';
  private zoomed = false;
  private lastX = 0;
  private unit: Unit = 'number';
  private marks: readonly Mark[] = [];
  private readonly resize: ResizeObserver;

  constructor(private readonly element: HTMLElement, private readonly epochLabel: () => string, private readonly zoomChanged: () => void) {
    this.resize = new ResizeObserver(() => this.plot?.setSize({ width: this.width(), height }));
    this.resize.observe(element);
  }

  get isZoomed(): boolean {
    return this.zoomed;
  }

  /** Draws; only where lines come, go or change their look the chart is made anew. */
  draw(curves: Curve[], logarithmic: boolean, marks: readonly Mark[] = [], unit: Unit = 'number'): void {
    this.marks = marks;
    this.unit = unit;
    const tables = curves.map((c): uPlot.AlignedData => [c.line[0], logarithmic ? c.line[1].map((v) => (v !== null && v > 0 ? v : null)) : c.line[1]]);
    const data = tables.length > 0 ? uPlot.join(tables) : ([[]] as unknown as uPlot.AlignedData);
    this.lastX = Math.max(leastEpochs, ...curves.map((c) => c.line[0].at(-1) ?? 0));
    const shape = JSON.stringify([curves.map((c) => [c.label, c.color, c.dashed, c.behind]), logarithmic, unit, this.epochLabel()]);
    if (this.plot === null || shape !== this.shape) {
      this.shape = shape;
      this.make(curves, data, logarithmic);
      return;
    }
    this.plot.setData(data, !this.zoomed);
    if (this.zoomed) this.plot.redraw(true);
    this.tellLatest();
  }

  /** Shows everything again. */
  reset(): void {
    this.zoomed = false;
    this.plot?.setScale('x', { min: 0, max: this.lastX });
    this.zoomChanged();
  }

  /** Takes the theme's colours anew. */
  recolor(): void {
    this.shape = '';
  }

  dispose(): void {
    this.resize.disconnect();
    this.plot?.destroy();
  }

  private width(): number {
    return Math.max(200, this.element.clientWidth);
  }

  private make(curves: Curve[], data: uPlot.AlignedData, logarithmic: boolean): void {
    const kept = this.zoomed ? this.plot?.scales['x'] : undefined;
    const [min, max] = [kept?.min, kept?.max];
    this.plot?.destroy();
    this.plot = new uPlot(this.options(curves, logarithmic), data, this.element);
    if (min !== undefined && max !== undefined) this.plot.setScale('x', { min, max });
    this.tellLatest();
  }

  /** Without a pointer over the chart the legend tells the latest value of each line. */
  private tellLatest(): void {
    const plot = this.plot;
    if (plot && (plot.cursor.left ?? -1) < 0) plot.setLegend({ idxs: plot.data.map(lastIndex) }, false);
  }

  private options(curves: Curve[], logarithmic: boolean): uPlot.Options {
    const colors = palette();
    const axis = { stroke: colors.text, grid: { stroke: colors.grid, width: 1 }, ticks: { stroke: colors.grid, size: 4 }, font };
    return {
      width: this.width(),
      height,
      cursor: { drag: { x: true, y: false }, points: { size: 6 } },
      legend: { live: true },
      scales: {
        x: { time: false, range: (_, from, to) => (this.zoomed ? [from, to] : [0, this.lastX]) },
        y: { distr: logarithmic ? 3 : 1 },
      },
      series: [{ label: this.epochLabel(), value: (_, v) => (v === null ? '–' : String(Math.round(v * 100) / 100)) }, ...curves.map((c) => this.series(c, colors.series))],
      axes: [axis, { ...axis, size: (u, labels) => axisWidth(labels, (label) => labelWidth(u.ctx, label)), values: (_, ticks) => ticks.map((v) => tick(v, this.unit)) }],
      hooks: { setSelect: [(u) => this.selected(u)], setCursor: [() => this.tellLatest()], draw: [(u) => this.drawMarks(u, colors.text)] },
      plugins: [{ hooks: { ready: (u) => u.over.addEventListener('dblclick', () => this.reset()) } }],
    };
  }

  private drawMarks(plot: uPlot, color: string): void {
    const { ctx, bbox } = plot;
    const [left, right, dots] = [bbox.left, bbox.left + bbox.width, uPlot.pxRatio];
    ctx.save();
    Object.assign(ctx, { strokeStyle: color, fillStyle: color, lineWidth: dots, textBaseline: 'top', textAlign: 'left', font: font.replace(/^\d+/, (size) => String(Number(size) * dots)) });
    ctx.setLineDash(markDash.map((length) => length * dots));
    for (const mark of placed(this.marks, left, right, (at) => plot.valToPos(at, 'x', true), (label) => ctx.measureText(label).width)) {
      ctx.beginPath();
      ctx.moveTo(mark.x, bbox.top);
      ctx.lineTo(mark.x, bbox.top + bbox.height);
      ctx.stroke();
      if (mark.word !== null) ctx.fillText(mark.label, mark.word, bbox.top + 2 * dots);
    }
    ctx.restore();
  }

  private series(curve: Curve, colors: string[]): uPlot.Series {
    const color = colors[curve.color % colors.length] ?? '#888';
    return {
      label: curve.label,
      class: curve.behind ? 'is-behind' : undefined,
      stroke: curve.behind ? faded(color, 0.25) : color,
      width: curve.behind ? 1 : 2,
      dash: curve.dashed ? [6, 4] : undefined,
      spanGaps: true,
      points: { show: (u, index) => !curve.behind && isLonely(u.data[index]) },
      value: (_, v) => figure(v, this.unit),
    };
  }

  private selected(plot: uPlot): void {
    if (plot.select.width > 4) {
      this.zoomed = true;
      this.zoomChanged();
    }
  }
}

/** A line of one or two points is not to be seen without dots. */
function isLonely(values: uPlot.AlignedData[number] | undefined): boolean {
  let found = 0;
  for (const value of values ?? []) {
    if (value !== null && value !== undefined && ++found > 2) return false;
  }
  return true;
}

function lastIndex(values: uPlot.AlignedData[number]): number | null {
  for (let i = values.length - 1; i >= 0; i--) {
    if (values[i] !== null && values[i] !== undefined) return i;
  }
  return null;
}

/** A plot as the server describes it. All texts are already in the reader's language. */
export interface PlotSpec {
  readonly kind: 'lines' | 'points' | 'bars';
  readonly title: string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly series: readonly PlotSeries[];
  readonly xRange?: readonly [number, number] | null;
  readonly yRange?: readonly [number, number] | null;
  readonly wholeX?: boolean;
  /** What is across are shares, told in percent. */
  readonly xPercent?: boolean;
  /** What is up are shares, told in percent. */
  readonly yPercent?: boolean;
  readonly diagonal?: boolean;
  readonly diagonalTitle?: string | null;
  readonly marks?: readonly PlotMark[];
  readonly barWidth?: number | null;
}

/** Things of one colour. */
export interface PlotSeries {
  readonly name: string;
  readonly points: readonly (readonly [number, number])[];
  /** Which of the chart colours, from 1. */
  readonly color: number;
  readonly dashed?: boolean;
  readonly dots?: boolean;
}

/** An upright line with a word. */
export interface PlotMark {
  readonly x: number;
  readonly label: string;
}

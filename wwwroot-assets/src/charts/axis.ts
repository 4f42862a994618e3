export const font = '12px system-ui, sans-serif';

const least = 56;
const besideLabel = 14;

/** How wide the edge of a chart must be in CSS pixels, so that none of its labels is cut. */
export function axisWidth(labels: readonly string[] | null, width: (label: string) => number): number {
  return Math.ceil(Math.max(least, ...(labels ?? []).map((label) => width(label) + besideLabel)));
}

/** The width of a label in CSS pixels, whatever the pixels of the screen. */
export function labelWidth(context: CanvasRenderingContext2D, label: string): number {
  context.save();
  context.font = font;
  const { width } = context.measureText(label);
  context.restore();
  return width;
}

/** A place on the sheet, in its own pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line drawn without lifting the pen. */
export interface Stroke {
  readonly width: number;
  readonly points: readonly Point[];
}

/** What is drawn, stroke by stroke. */
export class Strokes {
  private readonly done: Stroke[] = [];
  private current: { width: number; points: Point[] } | null = null;

  get all(): readonly Stroke[] {
    return this.current ? [...this.done, this.current] : this.done;
  }

  get isEmpty(): boolean {
    return this.all.length === 0;
  }

  begin(point: Point, width: number): void {
    this.current = { width, points: [point] };
  }

  /** Goes on with the stroke; says whether there is one. */
  move(point: Point): boolean {
    this.current?.points.push(point);
    return this.current !== null;
  }

  /** Lifts the pen; says whether it was down. */
  end(): boolean {
    if (!this.current) return false;
    this.done.push(this.current);
    this.current = null;
    return true;
  }

  undo(): void {
    this.done.pop();
  }

  clear(): void {
    this.done.length = 0;
    this.current = null;
  }
}

/** Draws everything anew: dark ink on white paper, whatever the page's theme is. */
export function paint(context: CanvasRenderingContext2D, width: number, height: number, strokes: readonly Stroke[]): void {
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.strokeStyle = '#101010';
  context.fillStyle = '#101010';
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const stroke of strokes) paintStroke(context, stroke);
}

function paintStroke(context: CanvasRenderingContext2D, stroke: Stroke): void {
  const [first, ...rest] = stroke.points;
  if (!first) return;
  context.beginPath();
  if (rest.length === 0) {
    // A tap is a dot.
    context.arc(first.x, first.y, stroke.width / 2, 0, 2 * Math.PI);
    context.fill();
    return;
  }
  context.lineWidth = stroke.width;
  context.moveTo(first.x, first.y);
  for (const point of rest) context.lineTo(point.x, point.y);
  context.stroke();
}

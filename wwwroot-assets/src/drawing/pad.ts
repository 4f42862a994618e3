import { paint, Strokes, type Point } from './strokes';

/** A sheet to draw on. */
export interface MountedPad {
  clear(): void;
  undo(): void;
  setPen(width: number): void;
  dispose(): void;
}

/** Is told the picture after each stroke, or null where the sheet is empty, and whether there is a later one by now. */
export type Drawn = (picture: Blob | null, isLatest: () => boolean) => Promise<void>;

const usualPen = 20;
/** How far an arrow key moves the pen of those who draw with the keyboard. */
const keyStep = 12;

/** Lets people draw on a canvas with mouse, pen, finger or keyboard (Space lowers and lifts the pen); each stroke is told. */
export function mountPad(canvas: HTMLCanvasElement, drawn: Drawn): MountedPad {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no-drawing-context');
  const strokes = new Strokes();
  let pen = usualPen;
  let cursor: Point = { x: canvas.width / 2, y: canvas.height / 4 };
  let penIsDown = false;
  let latest = 0;

  const draw = (): void => paint(context, canvas.width, canvas.height, strokes.all);

  const tell = async (): Promise<void> => {
    draw();
    const mine = ++latest;
    const isLatest = (): boolean => mine === latest;
    if (strokes.isEmpty) return drawn(null, isLatest);
    const picture = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (picture && isLatest()) await drawn(picture, isLatest);
  };

  const place = (event: PointerEvent): Point => {
    const box = canvas.getBoundingClientRect();
    return { x: ((event.clientX - box.left) * canvas.width) / box.width, y: ((event.clientY - box.top) * canvas.height) / box.height };
  };

  const down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    canvas.setPointerCapture(event.pointerId);
    strokes.begin(place(event), pen);
    draw();
  };
  const move = (event: PointerEvent): void => {
    if (event.buttons !== 0 && strokes.move(place(event))) draw();
  };
  const up = (): void => {
    if (strokes.end()) void tell();
  };

  const key = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (step) {
      event.preventDefault();
      cursor = {
        x: Math.min(canvas.width, Math.max(0, cursor.x + (step[0] ?? 0) * keyStep)),
        y: Math.min(canvas.height, Math.max(0, cursor.y + (step[1] ?? 0) * keyStep)),
      };
      if (penIsDown) strokes.move(cursor);
      draw();
      context.fillStyle = '#8a8a8a';
      context.fillRect(cursor.x - 3, cursor.y - 3, 6, 6);
    } else if (event.key === ' ') {
      event.preventDefault();
      penIsDown = !penIsDown;
      if (penIsDown) strokes.begin(cursor, pen);
      else up();
    }
  };

  canvas.addEventListener('pointerdown', down);
  canvas.addEventListener('pointermove', move);
  canvas.addEventListener('pointerup', up);
  canvas.addEventListener('pointercancel', up);
  canvas.addEventListener('keydown', key);
  draw();

  return {
    clear() {
      strokes.clear();
      void tell();
    },
    undo() {
      strokes.undo();
      void tell();
    },
    setPen(width) {
      pen = width;
    },
    dispose() {
      latest++;
      canvas.removeEventListener('pointerdown', down);
      canvas.removeEventListener('pointermove', move);
      canvas.removeEventListener('pointerup', up);
      canvas.removeEventListener('pointercancel', up);
      canvas.removeEventListener('keydown', key);
    },
  };
}

import { memo } from 'react';
import type { Stroke } from './curves';

/** Draws a picture in the current colour. Purely decorative: what it stands for is always written beside it. */
export const Picture = memo(function Picture({ strokes, size = 20 }: { readonly strokes: readonly Stroke[]; readonly size?: number }) {
  return (
    <svg className="cv-picture" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {strokes.map(({ d, fill, soft }, index) => (
        <path key={index} d={d} data-fill={fill || undefined} data-soft={soft || undefined} />
      ))}
    </svg>
  );
});

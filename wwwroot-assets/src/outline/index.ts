/** The outline beside the canvas: arrow keys walk through it, as in every tree. */
export { walk } from './walk';
export { copy } from './copy';
